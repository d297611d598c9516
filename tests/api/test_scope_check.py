"""The self-check for programs."""

from tests.api.caller import Caller, json_of, problem_of

FUNGI = "以液體培養大量繁殖香菇菌種，控制溶氧與攪拌"


def test_a_description_is_answered_and_not_kept(public: Caller) -> None:
    response = public.post("/scope/check", {"text": FUNGI, "foreign": True})
    told = json_of(response)

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert told["items"][0]["item"] == 15
    assert {"text": "菌種", "item": "菌種"} in told["items"][0]["terms"]
    assert isinstance(told["foreign"], list)
    assert told["notice"]["en"].endswith("officially.")


def test_figures_are_held_against_controls(public: Caller) -> None:
    told = json_of(
        public.post(
            "/scope/check", {"text": "logic process", "kind": "logic", "figures": {"node_nm": 7, "x": 1}}
        )
    )

    assert told["items"][0]["item"] == 18
    assert told["items"][0]["figures"] == "yes"
    assert told["unused_figures"] == ["x"]
    assert {"tw-nckt", "us-ear"} <= {each["regime"] for each in told["controls"]}


def test_bad_input_is_refused_in_words(public: Caller) -> None:
    problem_of(public.post("/scope/check", {"text": "營業秘密：菌種"}), 422)
    problem_of(public.post("/scope/check", {"text": "x" * 100_000}), 422)
    problem_of(public.post("/scope/check", {"text": "  "}), 422)
    problem_of(public.post("/scope/check", {"text": FUNGI, "kind": "spoon"}), 422)

    assert public.post("/scope/check", {"text": "營業秘密：菌種", "no_secrets": True}).status_code == 200
