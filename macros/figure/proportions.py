"""The proportions of a standing adult who is 240 units tall, after the usual body-segment tables.

Lengths run from joint to joint; radii give each part its thickness at either end.
"""

from __future__ import annotations

from .geometry import Point

SPINE = (17.0, 21.0, 21.0, 19.0)  # pelvis, loin, lower chest, upper chest: hip to base of neck
SHOULDER_AT = 0.87  # share of the spine at which the arm hangs
NECK = 13.0
THIGH, SHIN = 59.0, 58.0
UPPER_ARM, FOREARM, PALM = 43.0, 36.0, 8.0

# Half widths of the trunk by share of the spine: (share, in front, behind).
TRUNK = (
    (-0.1, 7.0, 9.0),
    (0.0, 12.0, 14.0),
    (0.15, 12.8, 13.4),
    (0.36, 12.2, 10.6),
    (0.55, 13.2, 11.6),
    (0.75, 14.2, 12.6),
    (0.9, 11.0, 11.4),
    (1.0, 6.2, 7.4),
)
WAISTBAND = 0.2  # share of the spine at which shorts end and the shirt begins

THIGH_RADII = (13.4, 8.4)
KNEE, CALF, ANKLE = 7.8, 8.2, 4.9
CALF_AT, CALF_BEHIND = 0.27, 1.6  # share of the shin at which the calf bulges, how far back
UPPER_ARM_RADII = (7.2, 5.2)
FOREARM_RADII = (5.3, 3.7)
SHORTS_TO, SLEEVE_TO = 0.72, 0.62  # share of thigh and upper arm that is clothed

# The shoe in the frame of the ankle: (ahead, up), radius.
SHOE_ANKLE = ((0.0, 0.0), 5.6)
SHOE_HEEL = ((-4.5, -4.4), 4.6)
SHOE_BALL = ((16.0, -5.0), 4.0)
TOES, TOE_RADIUS = 8.5, 3.2
SOLE = 9.0  # height of the ankle above the ground when the foot stands flat

# Outline of a head that looks along +x, around its centre: (ahead, up).
HEAD: tuple[Point, ...] = (
    (0.5, 16.4), (8.3, 13.0), (11.8, 5.0), (12.0, -3.5), (9.6, -12.2),
    (4.0, -14.0), (-3.4, -10.5), (-9.0, -8.0), (-12.6, 0.5), (-9.6, 11.2),
)  # fmt: skip
HAIR: tuple[Point, ...] = (
    (10.6, 10.2), (7.0, 15.0), (0.0, 17.4), (-8.6, 13.8), (-13.6, 5.0),
    (-13.0, -4.0), (-9.2, -9.6), (-5.6, -7.0), (-3.2, 0.5), (1.6, 4.6), (4.4, 9.2),
)  # fmt: skip
BUN = ((-15.0, 7.6), 5.4)
HEAD_FROM_NECK: Point = (16.5, -1.5)  # centre of the head from the top of the neck: (along, ahead)
HEAD_RADIUS = 16.0
