"""The facts of a plan: codes, names, months, agencies and numbers with their lines; its prose stays in the document."""

from dataclasses import replace

from coretech.readers.plan_files.rows import PlanRows, TargetRow


def facts_of(rows: PlanRows) -> PlanRows:
    """The same rows without the sentences of visions, work items and targets."""
    return replace(
        rows,
        elements=tuple(replace(each, text="") for each in rows.elements),
        work_items=tuple(replace(each, text="") for each in rows.work_items),
        targets=tuple(_figures_of(each) for each in rows.targets),
    )


def _figures_of(target: TargetRow) -> TargetRow:
    yearly = tuple(replace(each, text=None) for each in target.yearly)
    return replace(target, text="", yearly=yearly)
