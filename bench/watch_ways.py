"""The peers: the same shares and h-indexes by ranking, as one would write it first, in Polars, pandas and Spark."""

from pathlib import Path

import polars as pl

from bench.watch_stage import FIRST_TOPIC, TECHNOLOGIES

TOPIC_OF = [(FIRST_TOPIC + place, place // 3) for place in range(TECHNOLOGIES * 3)]
Sum = tuple[float, int]


def polars_ranking(folder: Path) -> Sum:
    """The same tables as ours by ranks and sorting, in Polars' lazy engine, which shares common parts."""
    works, topics = (pl.scan_parquet(folder / name / "*.parquet") for name in ("works", "topics"))
    table = pl.LazyFrame(TOPIC_OF, {"topic": pl.Int32, "technology": pl.Int16}, orient="row")
    members = topics.join(table, on="topic").select("work", "technology").unique().join(works, on="work")
    by = ["technology", "year"]
    place = pl.col("citations").rank("min", descending=True).over(by)
    ranked = members.with_columns(top=place <= (pl.len().over(by) + 9) // 10)
    signed = pl.scan_parquet(folder / "authorships" / "*.parquet")
    countries = signed.drop_nulls("country").select("work", "country").unique()
    sharing = countries.with_columns(part=1 / pl.len().over("work"))
    joined = ranked.join(sharing, on="work")
    best = joined.filter("top").group_by("technology", "country").agg(pl.col("part").sum())
    total = best.with_columns(share=pl.col("part") / pl.col("part").sum().over("technology"))
    at = pl.col("citations").rank("ordinal", descending=True).over("technology", "country")
    h = (
        joined.with_columns(at=at)
        .filter(pl.col("citations") >= pl.col("at"))
        .group_by("technology", "country")
        .len()
    )
    counts = joined.group_by("technology", "country").agg(works=pl.len(), fractional=pl.col("part").sum())
    at_institutions = signed.drop_nulls("institution").select("work", "institution").unique()
    institutions = (
        ranked.filter("top").join(at_institutions, on="work").group_by("technology", "institution").len()
    )
    yearly = ranked.group_by("technology", "year").len()
    covered = ranked.join(countries, on="work", how="anti").group_by("technology").len()
    shares, hs, *_ = pl.collect_all(
        [
            total.select((pl.col("share") ** 2).sum()),
            h.select(pl.col("len").sum()),
            *(counts, institutions.sort("len").tail(500), yearly, covered),
        ]
    )
    return float(shares.item()), int(hs.item())


def pandas_ranking(folder: Path) -> Sum:
    """The same in pandas."""
    import pandas as pd  # noqa: PLC0415 - only this way needs it

    def read(name: str, *columns: str) -> "pd.DataFrame":
        return pd.concat(
            pd.read_parquet(path, columns=list(columns)) for path in sorted((folder / name).iterdir())
        )

    table = pd.DataFrame(TOPIC_OF, columns=["topic", "technology"])
    members = (
        read("topics", "work", "topic").merge(table, on="topic")[["work", "technology"]].drop_duplicates()
    )
    members = members.merge(read("works", "work", "year", "citations"), on="work")
    grouped = members.groupby(["technology", "year"])["citations"]
    members["place"] = grouped.rank(method="min", ascending=False)
    members["of"] = (grouped.transform("size") + 9) // 10
    countries = read("authorships", "work", "country").dropna().drop_duplicates()
    countries["part"] = 1 / countries.groupby("work")["country"].transform("size")
    joined = members.merge(countries, on="work")
    share = joined[joined["place"] <= joined["of"]].groupby(["technology", "country"])["part"].sum()
    shares = ((share / share.groupby("technology").transform("sum")) ** 2).sum()
    at = joined.groupby(["technology", "country"])["citations"].rank(method="first", ascending=False)
    return float(shares), int((joined["citations"] >= at).sum())


RANKING = """
WITH members AS (
    SELECT DISTINCT t.work, m.technology FROM topics t JOIN topic_map m ON t.topic = m.topic),
ranked AS (
    SELECT m.work, m.technology, w.citations,
        rank() OVER (PARTITION BY m.technology, w.year ORDER BY w.citations DESC) AS place,
        ceil(count(*) OVER (PARTITION BY m.technology, w.year) / 10) AS of
    FROM members m JOIN works w ON m.work = w.work),
countries AS (SELECT DISTINCT work, country FROM authorships WHERE country IS NOT NULL),
sharing AS (SELECT work, country, 1.0D / count(*) OVER (PARTITION BY work) AS part FROM countries),
joined AS (SELECT r.*, s.country, s.part FROM ranked r JOIN sharing s ON r.work = s.work),
share AS (SELECT technology, country, sum(part) AS part FROM joined WHERE place <= of GROUP BY technology, country),
h AS (SELECT citations, row_number() OVER (PARTITION BY technology, country ORDER BY citations DESC) AS at FROM joined)
SELECT (SELECT sum(x * x) FROM (SELECT part / sum(part) OVER (PARTITION BY technology) AS x FROM share)),
    (SELECT count(*) FROM h WHERE citations >= at)
"""


def spark_ranking(folder: Path) -> Sum:
    """The plain query on Spark, on two cores of this machine."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - only this way needs it

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.memory", "6g").config("spark.log.level", "ERROR").getOrCreate()
    for name in ("works", "topics", "authorships"):
        session.read.parquet(str(folder / name)).createOrReplaceTempView(name)
    session.createDataFrame(TOPIC_OF, ["topic", "technology"]).createOrReplaceTempView("topic_map")
    shares, hs = session.sql(RANKING).collect()[0]
    session.stop()
    return float(shares), int(hs)


def bare(folder: Path) -> Sum:
    """Only the scan of the columns that are needed."""
    columns = {
        "works": ["work", "year", "citations", "top10", "counted"],
        "authorships": ["work", "institution", "country"],
        "topics": ["work", "topic"],
    }
    scans = [
        pl.scan_parquet(folder / name / "*.parquet").select(pl.col(each).sum())
        for name, each in columns.items()
    ]
    sums = pl.collect_all(scans)
    return 0.0, int(sums[0]["work"].item() or 0)
