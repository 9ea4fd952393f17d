"""What the site is made of and made with: a bill of materials from the locks."""

from generator.supply_chain.bill_of_materials import write_bill_of_materials
from generator.supply_chain.components import Component, build_components, shipped_components

__all__ = ["Component", "build_components", "shipped_components", "write_bill_of_materials"]
