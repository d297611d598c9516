"""Signals through the API: a stream, an assessment, the scan log and the quarterly report."""

from tests.api.caller import Caller, problem_of
from tests.factories import signals_factories as made

DAY = "2025-06-02"
LOOK = {"region": "home", "looked_on": DAY, "sources": "期刊", "field": "量子感測"}


def test_a_stream_is_assessed_and_its_assessment_is_shown_with_its_sources(public: Caller) -> None:
    made.moved()
    officer = Caller.named(made.OFFICER)
    stream = officer.read(f"/signals/technologies/{made.TOPIC}")
    keys = [each["key"] for each in stream["signals"] if each["shared"]]
    place = officer.done(
        f"/signals/technologies/{made.TOPIC}/assessments",
        {"verdict": "watch", "reasons": made.REASONS, "sources": keys},
    )
    again = {"verdict": "none", "reasons": "x"}
    listed = {each["topic"]: each for each in officer.read("/signals")}

    assert {each["kind"] for each in stream["signals"]} == {"foreign_list", "register"}
    assert len(officer.read(place)["sources"]) == len(keys) == 3
    assert (listed[made.TOPIC]["fresh"], listed[made.TOPIC]["verdict"]) == (0, "watch")
    problem_of(officer.post(f"/signals/technologies/{made.TOPIC}/assessments", again), 409)
    problem_of(officer.get("/signals/technologies/nothing"), 404)
    problem_of(public.get("/signals"), 401)
    problem_of(Caller.named("member-05").get(f"/signals/technologies/{made.TOPIC}"), 403)


def test_the_scan_log_is_written_narrowed_and_reported(public: Caller) -> None:
    office = Caller.named(made.OFFICE)
    office.done("/signals/scans", LOOK)
    wrong = office.post("/signals/scans", {**LOOK, "links": ["ftp://x"]})
    found = office.read("/signals/scans?found=no&words=%E6%9C%9F%E5%88%8A")
    report = office.get("/signals/report/2025/2/odt?language=zh-names")

    assert [(each["what"]["zh"], each["looked_on"]) for each in found] == [("量子感測", DAY)]
    assert office.read("/signals/scans?found=yes") == []
    assert report["Content-Type"] == "application/vnd.oasis.opendocument.text"
    problem_of(wrong, 422)
    problem_of(office.get("/signals/report/2025/2/docx"), 404)
    problem_of(public.get("/signals/scans"), 401)
