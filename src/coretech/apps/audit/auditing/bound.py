"""Whether the rows that acts wrote are still what was written; rows are read in batches as their acts go by."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from coretech.apps.audit.auditing.found import Fault, Faults, Wrong
from coretech.apps.audit.auditing.numbers import Numbers
from coretech.apps.audit.gathering import COLUMN, hanging_on_nothing, not_as_gathered
from coretech.apps.audit.raw import stream_of
from coretech.apps.audit.rows import Said, digests, marks, read_rows
from coretech.apps.audit.tables import Table, bound_tables

_BATCH = 2_048
_KEYS = 10_000


class BoundRows:
    """Compares every bound row with what its act keeps of it, and finds the rows that no act wrote."""

    def __init__(self, faults: Faults) -> None:
        """Name what differs among these faults."""
        self.count = 0
        self._faults = faults
        self._tables = bound_tables()
        self._waiting: dict[str, dict[int, Mapping[str, object]]] = defaultdict(dict)
        self._many = 0
        self._seen: dict[str, Numbers] = defaultdict(Numbers)

    def take(self, kept: object) -> None:
        """Take what an act keeps of the rows it wrote."""
        for place, name, key, binding in self._read(kept):
            if key is None or not isinstance(binding, dict):
                self._faults.add(place, wrong=Wrong.MISSING)
                continue
            if key in self._waiting[name]:
                self.compare()  # a row that a later act binds again is compared with both
            self._waiting[name][key] = binding
            self._many += 1
        if self._many >= _BATCH:
            self.compare()

    def see(self, kept: object) -> None:
        """Take the same of an act that was changed: the rows are known of, and compared with nothing."""
        for _, name, key, _ in self._read(kept):
            if key is not None:
                self._seen[name].add(key)

    def _read(self, kept: object) -> Iterator[tuple[str, str, int | None, object]]:
        """Each place with its table, its key, where there can be such a row, and what is kept of it."""
        for place, binding in kept.items() if isinstance(kept, dict) else ():
            name, _, key = str(place).rpartition("/")
            known = name in self._tables and key.isascii() and key.isdigit()
            yield str(place), name, int(key) if known else None, binding

    def compare(self) -> None:
        """Compare the rows taken so far."""
        for name, waiting in self._waiting.items():
            seen, missing = self._seen[name], set(waiting)
            for rows in read_rows(self._tables[name], waiting):
                for (key, said), digest in zip(rows, digests([said for _, said in rows]), strict=True):
                    missing.discard(key)
                    seen.add(key)
                    self._compare(f"{name}/{key}", said, digest, waiting[key])
            for key in sorted(missing):
                self._faults.add(f"{name}/{key}", wrong=Wrong.MISSING)
        self.count += self._many
        self._many = 0
        self._waiting.clear()

    def compare_gathered(self) -> None:
        """Compare the rows that are bound together, and name those that hang on nothing."""
        for place in not_as_gathered():
            if (
                Fault(place, COLUMN, Wrong.DIFFERS) not in self._faults.named
            ):  # its own act may have told it already
                self._faults.add(place, COLUMN)
        for place in hanging_on_nothing():
            self._faults.add(place, wrong=Wrong.STRANGE)

    def find_strangers(self) -> None:
        """Name the rows of bound tables that no act wrote."""
        for table in self._tables.values():
            self._find_strangers(table, self._seen[table.name])

    def _find_strangers(self, table: Table, seen: Numbers) -> None:
        query = f'SELECT "{table.key}" FROM "{table.name}" ORDER BY 1'  # noqa: S608 - names of our own models
        for batch in stream_of(query, _KEYS):
            for (key,) in batch:
                if key not in seen:
                    self._faults.add(f"{table.name}/{key}", wrong=Wrong.STRANGE)

    def _compare(self, place: str, said: Said, digest: str, binding: Mapping[str, object]) -> None:
        """Compare a row over the columns it had when it was written; a table may have grown since."""
        if digest == binding.get("sha256"):
            return
        kept = dict(each.split(":", 1) for each in str(binding.get("columns")).split() if ":" in each)
        then = {name: value for name, value in said.items() if name in kept}
        if digests([then]) == [binding.get("sha256")] and then.keys() == kept.keys():
            return
        found = marks(then)
        for name in [name for name, mark in kept.items() if found.get(name) != mark] or [""]:
            self._faults.add(place, name)
