"""Positions that teach are measured: what stands under what, and what makes one line."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from macros.figure import proportions as body
from macros.figure.geometry import direction, distance
from macros.figure.pose import Joints, read_pose, solve
from macros.figure.table import Table

FOLDER = Path(__file__).parents[3] / "content" / "figures"
MIDDLE_OF_FOOT = 9.5  # ahead of the ankle


def joints(name: str) -> Joints:
    for file in FOLDER.glob("*.toml"):
        poses = tomllib.loads(file.read_text(encoding="utf-8")).get("poses", {})
        if name in poses:
            return solve(read_pose(Table(file.name, f"poses.{name}", poses[name])))
    raise AssertionError(f"no pose {name}")


def bar_of(figure: str) -> float:
    shown = tomllib.loads((FOLDER / "lifts.toml").read_text(encoding="utf-8"))["figures"][figure]
    return float(shown["props"][0]["at"][0])


@pytest.mark.parametrize(
    "name", ["hinge", "hip-hinge", "squat", "deadlift-start", "overhead-press", "rounded"]
)
def test_feet_stand_flat(name: str) -> None:
    for leg in joints(name).legs.values():
        assert leg.end[1] == pytest.approx(body.SOLE)
        assert leg.tip_angle == 0


@pytest.mark.parametrize(
    "figure", ["hinge-neutral-rounded", "squat", "deadlift-start", "overhead-press"]
)
def test_the_bar_is_over_the_middle_of_the_foot(figure: str) -> None:
    assert bar_of(figure) == pytest.approx(MIDDLE_OF_FOOT, abs=3)


@pytest.mark.parametrize("name", ["hinge", "hip-hinge", "deadlift-start", "squat", "bird-dog"])
def test_the_neck_is_in_line_with_the_back(name: str) -> None:
    body_joints = joints(name)
    back = direction(body_joints.spine[0], body_joints.spine[-1])
    assert abs(body_joints.head_angle - back) <= 12


@pytest.mark.parametrize("name", ["plank", "plank-easier", "bird-dog-harder"])
def test_a_plank_is_one_line_from_shoulder_to_heel(name: str) -> None:
    body_joints = joints(name)
    legs = (body_joints.legs["far"], body_joints.legs["near"])
    held = next(leg for leg in legs if leg.tip == "toes")
    upper = direction(body_joints.hip, body_joints.shoulder)
    lower = direction(held.end, body_joints.hip)
    assert upper == pytest.approx(lower, abs=4)


@pytest.mark.parametrize("name", ["plank", "plank-harder", "plank-easier"])
def test_elbows_are_under_shoulders(name: str) -> None:
    body_joints = joints(name)
    assert body_joints.arms["near"].middle[0] == pytest.approx(body_joints.shoulder[0], abs=4)


@pytest.mark.parametrize(
    ("name", "knee", "hand"), [("bird-dog", "near", "far"), ("bird-dog-easier", "far", "near")]
)
def test_on_all_fours_knee_is_under_hip_and_hand_under_shoulder(
    name: str, knee: str, hand: str
) -> None:
    body_joints = joints(name)
    assert body_joints.legs[knee].middle[0] == pytest.approx(body_joints.hip[0], abs=2)
    assert body_joints.arms[hand].end[0] == pytest.approx(body_joints.shoulder[0], abs=5)
    lifted = body_joints.legs["far" if knee == "near" else "near"]
    assert lifted.end[1] <= body_joints.hip[1] + 6


def test_a_bridge_is_one_line_from_shoulder_to_knee() -> None:
    body_joints = joints("glute-bridge")
    leg = body_joints.legs["near"]
    trunk = direction(body_joints.shoulder, body_joints.hip)
    assert direction(body_joints.hip, leg.middle) == pytest.approx(trunk, abs=10)
    assert leg.end[0] == pytest.approx(leg.middle[0], abs=8)


def test_the_deadlift_starts_with_hips_above_knees_and_straight_arms() -> None:
    body_joints = joints("deadlift-start")
    arm = body_joints.arms["near"]
    assert body_joints.hip[1] > body_joints.legs["near"].middle[1] + 5
    assert distance(arm.root, arm.end) > 0.98 * (body.UPPER_ARM + body.FOREARM)


def test_nothing_sinks_into_the_ground() -> None:
    for file in FOLDER.glob("*.toml"):
        poses = tomllib.loads(file.read_text(encoding="utf-8")).get("poses", {})
        for name in poses:
            body_joints = joints(name)
            limbs = [*body_joints.arms.values(), *body_joints.legs.values()]
            lowest = min(min(limb.middle[1], limb.end[1]) for limb in limbs)
            assert lowest > 3, name
