"""Draw a figure from its joints: far limbs first and darker, near ones last and lighter."""

from __future__ import annotations

from collections.abc import Callable

from . import proportions as body
from .geometry import Point, between, direction, distance, placed, through
from .palette import Palette
from .pose import SIDES, Joints, Limb
from .svg import capsule, circle, element, line_to, move, smooth, smooth_on

Flip = Callable[[Point], Point]


def draw_person(joints: Joints, palette: Palette, flip: Flip) -> str:
    """One figure as SVG.

    Args:
        joints: where everything is.
        palette: the colours.
        flip: takes a point of the pose (y upwards) to the drawing (y downwards).
    """
    return (
        _arm(joints.arms["far"], "far", palette, flip)
        + _leg(joints.legs["far"], "far", palette, flip)
        + _head(joints, palette, flip)
        + element("path", d=_seat(joints, flip), fill=palette["shorts"])
        + _shirt(joints, palette, flip)
        + _leg(joints.legs["near"], "near", palette, flip)
        + _arm(joints.arms["near"], "near", palette, flip)
    )


def outline(joints: Joints) -> list[Point]:
    """Points that bound the figure, for placing it in a picture."""
    points = [
        (joints.head[0] + across, joints.head[1] + up)
        for across in (-body.HEAD_RADIUS, body.HEAD_RADIUS)
        for up in (-body.HEAD_RADIUS, body.HEAD_RADIUS)
    ]
    for share, front, behind in body.TRUNK:
        place, heading = through(joints.spine, share)
        points += [placed(place, heading, (0, reach)) for reach in (-front, behind)]
    for side in SIDES:
        leg, arm = joints.legs[side], joints.arms[side]
        toes = placed(leg.end, leg.tip_angle, (28, -body.SOLE))
        fingers = placed(arm.end, arm.tip_angle, (16, 0))
        points += [leg.middle, leg.end, toes, arm.middle, arm.end, fingers]
    return points


def spine_line(joints: Joints) -> list[Point]:
    """Points along the bones of the spine, from the sacrum to the back of the head."""
    points = []
    for step in range(9):
        place, heading = through(joints.spine, step / 8)
        behind = _behind(step / 8) * 0.5
        points.append(placed(place, heading, (0, behind)))
    skull = placed(joints.head, joints.head_angle, (-3, 6.5))
    return [*points, skull]


def _behind(share: float) -> float:
    for (start, _, first), (end, _, second) in zip(body.TRUNK, body.TRUNK[1:], strict=False):
        if start <= share <= end:
            return first + (second - first) * (share - start) / (end - start)
    return body.TRUNK[-1][2]


def _shirt(joints: Joints, palette: Palette, flip: Flip) -> str:
    stations = [station for station in body.TRUNK if station[0] > body.WAISTBAND]
    hem = (body.WAISTBAND - 0.06, stations[0][1] - 0.8, stations[0][2] - 0.2)
    return element(
        "path",
        d=_trunk(joints, [hem, *stations], flip),
        fill=palette["shirt"],
    )


def _seat(joints: Joints, flip: Flip) -> str:
    stations = [station for station in body.TRUNK if station[0] < body.WAISTBAND]
    _, front, behind = stations[-1]
    return _trunk(joints, [*stations, (body.WAISTBAND, front - 1.5, behind - 2.5)], flip)


def _trunk(joints: Joints, stations: list[tuple[float, float, float]], flip: Flip) -> str:
    front, back = [], []
    for share, ahead, behind in stations:
        place, heading = _on_spine(joints, share)
        front.append(flip(placed(place, heading, (0, -ahead))))
        back.append(flip(placed(place, heading, (0, behind))))
    # Clockwise as all other shapes are: shapes that overlap in one path must turn the same way.
    front.reverse()
    return smooth(back) + line_to(front[0]) + smooth_on(front) + "Z"


def _on_spine(joints: Joints, share: float) -> tuple[Point, float]:
    place, heading = through(joints.spine, share)
    if share < 0:
        length = sum(body.SPINE) * share
        place = placed(place, heading, (length, 0))
    return place, heading


def _head(joints: Joints, palette: Palette, flip: Flip) -> str:
    def at(local: Point) -> Point:
        return flip(placed(joints.head, joints.head_angle, (local[1], -local[0])))

    base, _ = through(joints.spine, 0.94)
    nape = placed(joints.head, joints.head_angle, (-7, 3.5))
    neck = capsule(flip(base), 7.6, flip(nape), 6.4)
    hair = smooth([at(point) for point in reversed(body.HAIR)], closed=True)
    if joints.hair == "bun":
        hair += circle(at(body.BUN[0]), body.BUN[1])
    skin = neck + smooth([at(point) for point in body.HEAD], closed=True)
    return element("path", d=skin, fill=palette["skin"]) + element(
        "path", d=hair, fill=palette["hair"]
    )


def _leg(limb: Limb, side: str, palette: Palette, flip: Flip) -> str:
    far = "-far" if side == "far" else ""
    hip, knee, ankle = flip(limb.root), flip(limb.middle), flip(limb.end)
    calf = flip(_calf(limb))
    hem = between(hip, knee, body.SHORTS_TO)
    wide, narrow = body.THIGH_RADII
    at_hem = wide + (narrow - wide) * body.SHORTS_TO
    skin = (
        capsule(hem, at_hem - 0.6, knee, body.KNEE)
        + capsule(knee, body.KNEE, calf, body.CALF)
        + capsule(calf, body.CALF, ankle, body.ANKLE)
    )
    return (
        element("path", d=_shoe(limb, flip), fill=palette[f"shoe{far}"])
        + element("path", d=skin, fill=palette[f"skin{far}"])
        + element(
            "path",
            d=_cut_sleeve(hip, wide, hem, at_hem + 1.0),
            fill=palette[f"shorts{far}"],
        )
    )


def _calf(limb: Limb) -> Point:
    """The middle of the calf, which bulges to the back of the shin."""
    place = between(limb.middle, limb.end, body.CALF_AT)
    return placed(place, direction(limb.middle, limb.end), (0, -body.CALF_BEHIND))


def _shoe(limb: Limb, flip: Flip) -> str:
    def at(local: Point) -> Point:
        return flip(placed(limb.end, limb.tip_angle, local))

    (ankle, ankle_radius), (heel, heel_radius) = body.SHOE_ANKLE, body.SHOE_HEEL
    ball, ball_radius = body.SHOE_BALL
    toe_angle = 0.0 if limb.tip == "toes" else limb.tip_angle
    toe = placed(
        placed(limb.end, limb.tip_angle, ball),
        toe_angle,
        (body.TOES, body.TOE_RADIUS - ball_radius),
    )
    return (
        capsule(at(ankle), ankle_radius, at(heel), heel_radius)
        + capsule(at(ankle), ankle_radius, at(ball), ball_radius)
        + capsule(at(heel), heel_radius, at(ball), ball_radius)
        + capsule(at(ball), ball_radius, flip(toe), body.TOE_RADIUS)
    )


def _arm(limb: Limb, side: str, palette: Palette, flip: Flip) -> str:
    far = "-far" if side == "far" else ""
    shoulder, elbow, wrist = flip(limb.root), flip(limb.middle), flip(limb.end)
    wide, narrow = body.UPPER_ARM_RADII
    hem = between(shoulder, elbow, body.SLEEVE_TO)
    at_hem = wide + (narrow - wide) * body.SLEEVE_TO
    skin = (
        capsule(hem, at_hem - 0.4, elbow, narrow)
        + capsule(elbow, body.FOREARM_RADII[0], wrist, body.FOREARM_RADII[1])
        + _hand(limb, flip)
    )
    # A dark edge under the near arm keeps it apart from a leg or trunk behind it.
    edge = "" if far else element("path", d=skin, stroke=palette["skin-far"], stroke_width=2)
    return (
        edge
        + element("path", d=skin, fill=palette[f"skin{far}"])
        + element(
            "path",
            d=_cut_sleeve(shoulder, wide, hem, at_hem + 0.9),
            fill=palette["shirt-far" if far else "sleeve"],
        )
    )


def _cut_sleeve(start: Point, start_radius: float, hem: Point, hem_radius: float) -> str:
    """Cloth with a round end at the joint and a straight hem across the limb."""
    heading = direction(start, hem)
    left, right = (placed(hem, heading, (0, hem_radius * side)) for side in (1, -1))
    first, second = (placed(start, heading, (0, start_radius * side)) for side in (1, -1))
    if distance(start, hem) < 1:
        return circle(start, start_radius)
    return circle(start, start_radius) + move(first) + line_to(second, right, left) + "Z"


def _hand(limb: Limb, flip: Flip) -> str:
    def at(local: Point) -> Point:
        return flip(placed(limb.end, limb.tip_angle, local))

    wrist = at((0, 0))
    if limb.tip == "fist":
        return capsule(wrist, 4.0, at((body.PALM, 0)), 5.6)
    if limb.tip == "none":
        return ""
    thumb = 1 if limb.tip == "flat" else -1
    return (
        capsule(wrist, 3.8, at((8, 0)), 4.4)
        + capsule(at((8, 0)), 4.4, at((16, -0.6)), 2.6)
        + capsule(at((4, 1 * thumb)), 2.4, at((10.5, 5.0 * thumb)), 1.8)
    )
