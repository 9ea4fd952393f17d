"""The policy: what pages may do, what hosts send along, and what browsers may keep."""

from generator.policy.compressing import compress_files
from generator.policy.content_security import policy_text, site_policy
from generator.policy.errors import PolicyError
from generator.policy.framing import Framing
from generator.policy.guarded_pages import guard_pages, with_policy
from generator.policy.hashed_scripts import hash_scripts
from generator.policy.headers import HASHED_FOLDERS, headers_file
from generator.policy.inline_parts import InlineParts, inline_parts

__all__ = [
    "HASHED_FOLDERS",
    "Framing",
    "InlineParts",
    "PolicyError",
    "compress_files",
    "guard_pages",
    "hash_scripts",
    "headers_file",
    "inline_parts",
    "policy_text",
    "site_policy",
    "with_policy",
]
