"""The picture that goes with a link, where somebody sends one to a friend."""

from generator.sharing.picture import SHARE_PICTURE, kept_share_picture
from generator.sharing.writing import write_share_picture

__all__ = ["SHARE_PICTURE", "kept_share_picture", "write_share_picture"]
