"""A pose as data, and the joints that follow from it.

A figure looks to the right when it stands. Its hip is the root: the spine rises from it, a limb
either hangs by given angles or reaches for a place, and then its knee or elbow is worked out.
What touches the ground is put there by the code: no height of a foot or hand stands in a pose.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from . import proportions as body
from .geometry import Point, along, between, direction, middle_joint, placed, reach_missing, through
from .table import Table

SIDES = ("near", "far")
FEET = ("flat", "toes", "free")
HANDS = ("open", "fist", "flat", "none")


@dataclass(frozen=True)
class LimbPose:
    """How one arm or leg is held.

    Attributes:
        angles: directions of its two parts in degrees; None if it reaches for a place.
        ground: where on the ground its hand or foot (ankle, ball of the foot) stands.
        straight: "back" or "ahead": a straight limb whose hand or foot rests on the ground there.
        to: a place its hand or foot reaches for.
        lengths: share of the full length at which each part is seen; below 1 where it points
            towards the reader or away.
        bend_back: the knee or elbow bends to the other side than usual.
        tip: flat, toes, free (feet); open, fist, flat, none (hands).
        tip_angle: direction of a foot or hand in degrees; None takes the natural one.
    """

    angles: tuple[float, float] | None
    ground: float | None
    straight: str
    to: Point | None
    lengths: Point
    bend_back: bool
    tip: str
    tip_angle: float | None


@dataclass(frozen=True)
class Pose:
    """How one figure is held: angles in degrees, 0 to the right and 90 up, bends forward positive.

    Attributes:
        hip: place of the hip; a height of None rests the lowest part on the ground.
        trunk: direction from the hip to the base of the neck.
        bends: how much the spine bends at loin, lower chest and upper chest.
        neck: direction of the neck; head: direction of the crown.
        hair: "short" or "bun".
    """

    hip: tuple[float, float | None]
    trunk: float
    bends: tuple[float, float, float]
    neck: float
    head: float
    hair: str
    arms: dict[str, LimbPose]
    legs: dict[str, LimbPose]
    shoulder: Point
    source: Table = field(compare=False, repr=False)


@dataclass(frozen=True)
class Limb:
    """The joints of one arm or leg, and how its hand or foot is held."""

    root: Point
    middle: Point
    end: Point
    tip: str
    tip_angle: float


@dataclass(frozen=True)
class Joints:
    """All joints of one figure, with y upwards and the ground at 0."""

    spine: list[Point]
    shoulder: Point
    neck_top: Point
    head: Point
    head_angle: float
    hair: str
    arms: dict[str, Limb]
    legs: dict[str, Limb]

    @property
    def hip(self) -> Point:
        """The hip, root of the figure."""
        return self.spine[0]

    def place(self, name: str) -> Point | None:
        """The joint called "hip", "near-knee", "far-hand" and so on, or None."""
        if name in ("hip", "shoulder", "head"):
            return {"hip": self.hip, "shoulder": self.shoulder, "head": self.head}[name]
        if name == "neck":
            return self.spine[-1]
        if name == "loin":
            return through(self.spine, 0.3)[0]
        side, _, joint = name.partition("-")
        limb = {"knee": self.legs, "ankle": self.legs, "elbow": self.arms, "hand": self.arms}
        if side not in SIDES or joint not in limb:
            return None
        held = limb[joint][side]
        return held.middle if joint in ("knee", "elbow") else held.end


PLACES = (
    "hip", "loin", "shoulder", "neck", "head",
    *(f"{side}-{joint}" for side in SIDES for joint in ("knee", "ankle", "elbow", "hand")),
)  # fmt: skip


def read_pose(table: Table) -> Pose:
    """Read and check one [poses.<name>] table.

    Raises:
        FigureError: a key is missing, unknown or of the wrong form.
    """
    table.allow(
        "hip", "trunk", "bends", "neck", "head", "hair", "shoulder",
        "near-arm", "far-arm", "near-leg", "far-leg",
    )  # fmt: skip
    hip = table.numbers("hip")
    if len(hip) not in (1, 2):
        raise table.wrong(
            "hip",
            f"expected [across] or [across, height], found {len(hip)} numbers.",
            "Leave the height out to rest the figure on the ground.",
        )
    bends = table.numbers("bends", 3) if "bends" in table else [-9.0, 4.0, 13.0]
    neck = table.amount("neck")
    return Pose(
        hip=(hip[0], hip[1] if len(hip) == 2 else None),
        trunk=table.amount("trunk"),
        bends=(bends[0], bends[1], bends[2]),
        neck=neck,
        head=table.amount("head", neck),
        hair=table.choice("hair", ("short", "bun"), "short"),
        arms={side: _read_limb(table.table(f"{side}-arm"), HANDS, "open") for side in SIDES},
        legs={side: _read_limb(table.table(f"{side}-leg"), FEET, "flat") for side in SIDES},
        shoulder=table.point("shoulder", (0.0, 0.0)),
        source=table,
    )


def solve(pose: Pose) -> Joints:
    """Work out every joint of `pose`, with whatever rests on the ground at height 0.

    Raises:
        FigureError: a limb is too short for the place it reaches for.
    """
    across, height = pose.hip
    if height is not None:
        return _joints(pose, (across, height))
    hanging = _joints(pose, (across, 0.0), reach=False)
    return _joints(pose, (across, -lowest(hanging, pose)))


def lowest(joints: Joints, pose: Pose) -> float:
    """The height of the lowest part that does not reach for a place of its own."""
    heights = [joints.head[1] - body.HEAD_RADIUS]
    for share, front, behind in body.TRUNK:
        place, heading = through(joints.spine, share)
        heights += [placed(place, heading, (0, reach))[1] for reach in (-front, behind)]
    for side in SIDES:
        leg, arm = joints.legs[side], joints.arms[side]
        if pose.legs[side].angles:
            heights += [leg.middle[1] - body.KNEE, leg.end[1] - body.ANKLE]
        if pose.arms[side].angles:
            heights += [arm.middle[1] - body.FOREARM_RADII[0], arm.end[1] - body.FOREARM_RADII[1]]
    return min(heights)


def _read_limb(table: Table, tips: tuple[str, ...], usual_tip: str) -> LimbPose:
    table.allow("angles", "ground", "straight", "to", "lengths", "bend", "tip", "tip-angle")
    ways = [way for way in ("angles", "ground", "straight", "to") if way in table]
    if len(ways) != 1:
        raise table.wrong(
            "angles",
            f"a limb is held in one way, found {len(ways)}.",
            'Give one of angles = [-90, -90], ground = 12, straight = "back" or to = [12, 40].',
        )
    angles = table.numbers("angles", 2) if "angles" in table else None
    return LimbPose(
        angles=(angles[0], angles[1]) if angles else None,
        ground=table.amount("ground") if "ground" in table else None,
        straight=table.choice("straight", ("back", "ahead")) if "straight" in table else "",
        to=table.point("to") if "to" in table else None,
        lengths=table.point("lengths", (1.0, 1.0)),
        bend_back=table.choice("bend", ("usual", "other"), "usual") == "other",
        tip=table.choice("tip", tips, usual_tip),
        tip_angle=table.amount("tip-angle") if "tip-angle" in table else None,
    )


def _joints(pose: Pose, hip: Point, reach: bool = True) -> Joints:
    spine = _spine(pose, hip)
    place, heading = through(spine, body.SHOULDER_AT)
    shoulder = placed(place, heading, (pose.shoulder[1], -pose.shoulder[0]))
    neck_top = along(spine[-1], pose.neck, body.NECK)
    along_head, ahead = body.HEAD_FROM_NECK
    head = placed(along(spine[-1], pose.neck, body.NECK * 0.55), pose.head, (along_head, ahead))
    return Joints(
        spine=spine,
        shoulder=shoulder,
        neck_top=neck_top,
        head=head,
        head_angle=pose.head,
        hair=pose.hair,
        arms={side: _arm(pose, side, shoulder, reach) for side in SIDES},
        legs={side: _leg(pose, side, hip, reach) for side in SIDES},
    )


def _spine(pose: Pose, hip: Point) -> list[Point]:
    points, heading = [hip], 0.0
    for length, bend in zip(body.SPINE, (0.0, *pose.bends), strict=True):
        heading -= bend
        points.append(along(points[-1], heading, length))
    turn = pose.trunk - direction(points[0], points[-1])
    points, heading = [hip], turn
    for length, bend in zip(body.SPINE, (0.0, *pose.bends), strict=True):
        heading -= bend
        points.append(along(points[-1], heading, length))
    return points


def _leg(pose: Pose, side: str, hip: Point, reach: bool) -> Limb:
    held = pose.legs[side]
    thigh, shin = body.THIGH * held.lengths[0], body.SHIN * held.lengths[1]
    if held.angles or not reach:
        first, second = held.angles or (pose.trunk + 180, pose.trunk + 180)
        knee = along(hip, first, thigh)
        return Limb(
            hip, knee, along(knee, second, shin), held.tip, _or(held.tip_angle, second + 90)
        )
    foot = _or(held.tip_angle, 0.0)
    ankle = held.to or _standing_ankle(held, foot, hip)
    _must_reach(pose, f"{side}-leg", reach_missing(hip, ankle, thigh, shin))
    knee = middle_joint(hip, ankle, thigh, shin, bends_left=not held.bend_back)
    return Limb(hip, knee, ankle, held.tip, foot)


def _standing_ankle(held: LimbPose, foot: float, hip: Point) -> Point:
    (ahead, up), radius = body.SHOE_BALL
    ball_from_ankle = placed((0.0, 0.0), foot, (ahead, up))
    height = body.SOLE if held.tip == "flat" else radius - ball_from_ankle[1]
    if held.straight:
        return (_straight_to(hip, height, body.THIGH + body.SHIN, held.straight), height)
    across = _or(held.ground, 0.0)
    return (across if held.tip == "flat" else across - ball_from_ankle[0], height)


def _arm(pose: Pose, side: str, shoulder: Point, reach: bool) -> Limb:
    held = pose.arms[side]
    upper, lower = body.UPPER_ARM * held.lengths[0], body.FOREARM * held.lengths[1]
    if held.angles or not reach:
        first, second = held.angles or (pose.trunk + 180, pose.trunk + 180)
        elbow = along(shoulder, first, upper)
        return Limb(
            shoulder, elbow, along(elbow, second, lower), held.tip, _or(held.tip_angle, second)
        )
    to_grip = lower + (body.PALM if held.tip == "fist" else 0.0)
    low = body.FOREARM_RADII[1] + 1.0
    across = _or(held.ground, 0.0)
    if held.straight:
        across = _straight_to(shoulder, low, upper + to_grip, held.straight)
    end = held.to or (across, low)
    _must_reach(pose, f"{side}-arm", reach_missing(shoulder, end, upper, to_grip))
    elbow = middle_joint(shoulder, end, upper, to_grip, bends_left=held.bend_back)
    wrist = between(elbow, end, lower / to_grip)
    natural = 0.0 if held.tip == "flat" else direction(elbow, end)
    return Limb(shoulder, elbow, wrist, held.tip, _or(held.tip_angle, natural))


def _straight_to(root: Point, height: float, length: float, way: str) -> float:
    """How far across a straight limb of `length` comes down to `height`."""
    across = math.sqrt(max(length**2 - (root[1] - height) ** 2, 0.0))
    return root[0] + (across if way == "ahead" else -across)


def _must_reach(pose: Pose, key: str, missing: float) -> None:
    if missing > 1.5:
        raise pose.source.wrong(
            key,
            f"the limb is {missing:.0f} units too short to reach this place.",
            "Bring the place nearer, or move the hip or the trunk towards it.",
        )


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None else value
