"""The parts of a work in OpenAlex's shape that we read, and the tables that are made of them.

Source of the shape: OpenAlex, documentation of the entity "work" (2026), and its older snapshots, which lack topics,
countries of authorships or percentiles.
"""

COLUMNS = {
    "id": "VARCHAR",
    "doi": "VARCHAR",
    "title": "VARCHAR",
    "display_name": "VARCHAR",
    "publication_year": "BIGINT",
    "publication_date": "VARCHAR",
    "language": "VARCHAR",
    "type": "VARCHAR",
    "updated_date": "VARCHAR",
    "cited_by_count": "BIGINT",
    "citation_normalized_percentile": "STRUCT(is_in_top_10_percent BOOLEAN)",
    "primary_topic": "STRUCT(id VARCHAR)",
    "topics": "STRUCT(id VARCHAR)[]",
    "keywords": "STRUCT(display_name VARCHAR, keyword VARCHAR)[]",
    "authorships": (
        "STRUCT(author STRUCT(id VARCHAR), countries VARCHAR[], "
        "institutions STRUCT(id VARCHAR, display_name VARCHAR, country_code VARCHAR)[])[]"
    ),
    "abstract_inverted_index": "JSON",
}
"""What DuckDB is told to find; everything else of a line is passed over."""

WORKS = """
SELECT n, regexp_replace(id, '^https?://openalex\\.org/', '') AS id,
    coalesce(publication_year, try_cast(left(publication_date, 4) AS BIGINT)) AS year, cited_by_count AS citations,
    citation_normalized_percentile.is_in_top_10_percent AS top10, language, type, updated_date AS updated
FROM given ORDER BY n
"""
TEXTS = """
SELECT n, coalesce(title, display_name) AS title, doi,
    list_filter(list_transform(keywords, lambda k: coalesce(k.display_name, k.keyword)), lambda k: k IS NOT NULL)
        AS keywords,
    CAST(abstract_inverted_index AS VARCHAR) AS abstract
FROM given ORDER BY n
"""
TOPICS = """
SELECT DISTINCT n, CAST(regexp_extract(id, 'T(\\d{1,9})$', 1) AS INTEGER) AS topic
FROM (SELECT n, unnest(list_transform(topics, lambda t: t.id)) AS id FROM given
      UNION ALL SELECT n, primary_topic.id FROM given)
WHERE regexp_matches(id, 'T\\d{1,9}$') ORDER BY ALL
"""
_CODE = "regexp_extract(upper(trim({})), '^[A-Z]{{2}}$')"
AUTHORSHIPS = f"""
WITH each AS (SELECT n, unnest(authorships) AS a FROM given),
clean AS (
    SELECT n, a.author.id AS author,
        list_filter(list_transform(coalesce(a.countries, []), lambda c: {_CODE.format("c")}),
            lambda c: c <> '') AS said,
        list_transform(list_filter(a.institutions, lambda i: i IS NOT NULL), lambda i: {{
            'id': i.id, 'code': {_CODE.format("coalesce(i.country_code, '')")}}}) AS named
    FROM each),
placed AS (
    SELECT * EXCLUDE (named), coalesce(named, []) AS places, CASE WHEN len(said) > 0 THEN said
        ELSE list_filter(list_transform(coalesce(named, []), lambda i: i.code), lambda c: c <> '') END AS countries
    FROM clean),
lines AS (
    SELECT n, author, unnest(places).id AS institution, unnest(list_transform(places, lambda i:
        CASE WHEN list_contains(countries, i.code) THEN i.code END)) AS country FROM placed
    UNION ALL
    SELECT n, author, NULL, unnest(list_filter(countries, lambda c:
        NOT list_contains(list_transform(places, lambda i: i.code), c))) FROM placed
    UNION ALL
    SELECT n, author, NULL, NULL FROM placed WHERE len(places) = 0 AND len(countries) = 0)
SELECT n, try_cast(regexp_extract(author, 'A(\\d+)$', 1) AS BIGINT) AS author,
    try_cast(regexp_extract(institution, 'I(\\d+)$', 1) AS BIGINT) AS institution,
    CAST((ascii(country) - 65) * 26 + ascii(substr(country, 2)) - 65 AS SMALLINT) AS country
FROM lines ORDER BY n, country, institution, author
"""  # noqa: S608 - constants of ours
INSTITUTIONS = f"""
SELECT try_cast(regexp_extract(i.id, 'I(\\d+)$', 1) AS BIGINT) AS institution, max(i.display_name) AS name,
    max(nullif({_CODE.format("i.country_code")}, '')) AS country
FROM (SELECT unnest(a.institutions) AS i FROM (SELECT unnest(authorships) AS a FROM given))
WHERE regexp_matches(i.id, 'I\\d+$') GROUP BY ALL ORDER BY institution
"""  # noqa: S608 - constants of ours
TABLES = {
    "works": WORKS,
    "texts": TEXTS,
    "topics": TOPICS,
    "authorships": AUTHORSHIPS,
    "institutions": INSTITUTIONS,
}
