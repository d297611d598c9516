"""OpenFisca-Core asked, for every line of a file of quorum questions, whether there is a quorum.

It is run by a Python of its own that has OpenFisca-Core and nothing of ours:
``python openfisca_quorum.py QUESTIONS.jsonl ANSWERS.jsonl``. It prints its version and the seconds that the
calculation alone took, without starting, reading and writing.
"""

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

from openfisca_core import (  # type: ignore[import-not-found]  # only the peer's own Python has it
    entities,
    parameters,
    periods,
    simulations,
    taxbenefitsystems,
    variables,
)

DAY = "2025-11-24"
GIVEN = ("members_in_office", "present")
LAW = {"quorum_share": {"values": {"2023-01-01": {"value": 0.5}}}}
COUNCIL = entities.build_entity(key="council", plural="councils", label="A council", is_person=True)


def main(questions: Path, answers: Path) -> None:
    """Read the questions, calculate them all at once, write a yes or no for each, in their order."""
    facts = [json.loads(line)["facts"] for line in questions.read_text(encoding="utf-8").splitlines()]
    simulation = simulations.SimulationBuilder().build_default_simulation(_system(), len(facts))
    for name in GIVEN:
        simulation.set_input(name, DAY, [each[name] for each in facts])
    start = time.perf_counter()
    quorums = simulation.calculate("quorum", DAY)
    calculated = time.perf_counter() - start
    with answers.open("w", encoding="utf-8") as lines:
        for number, quorum in enumerate(quorums):
            lines.write(json.dumps({"id": number, "outcome": "yes" if quorum else "no"}) + "\n")
    sys.stdout.write(json.dumps({"version": version("openfisca-core"), "calculated": calculated}))


def _system() -> Any:  # noqa: ANN401 - the peer's types are not at hand where this is checked
    system = taxbenefitsystems.TaxBenefitSystem([COUNCIL])
    system.parameters = parameters.ParameterNode("", data=LAW)
    system.add_variables(
        *(_variable(name, int) for name in GIVEN), _variable("quorum", bool, formula=_quorum)
    )
    return system


def _variable(name: str, kind: type, **more: object) -> type:
    """A variable as the peer wants it: a class that bears its name."""
    period = periods.DateUnit.DAY
    return type(
        name,
        (variables.Variable,),
        {"value_type": kind, "entity": COUNCIL, "definition_period": period, **more},
    )


def _quorum(councils: Any, period: Any, parameters_on: Any) -> Any:  # noqa: ANN401 - as above
    """Half or more of those in office attend (art. 5.3)."""
    needed = councils("members_in_office", period) * parameters_on(period).quorum_share
    return councils("present", period) >= needed


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
