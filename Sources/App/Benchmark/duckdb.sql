-- The job of `siappilih check` as a database does it: the newest recording, the other lists, one outcome a person,
-- flagged people in region order, recaps. `Benchmark --compare` fills in the paths and columns (@population@ and so on).
-- It does less than the product (no NIK warnings, duplicate classes, reasons, KPU codes, next steps or TPS tallies, and
-- one date of knowledge for all lists), so a ratio against it flatters the database.
-- The big tables are kept narrow and the population list is read twice: faster than carrying its text through the joins.
SET threads = @threads@;
SET preserve_insertion_order = false;

CREATE TEMP MACRO folded(word) AS regexp_replace(upper(trim(word)), '[ _\r\n-]+', ' ', 'g');
-- A NIK that can be a key: 16 digits, no part of zeros, a birth date that can be one.
CREATE TEMP MACRO nik_key(text) AS CASE
    WHEN regexp_full_match(trim(text), '[0-9]{16}') AND substr(trim(text), 13) <> '0000'
        AND substr(trim(text), 1, 2) <> '00' AND substr(trim(text), 3, 2) <> '00' AND substr(trim(text), 5, 2) <> '00'
        AND CAST(substr(trim(text), 7, 2) AS INT) % 40 BETWEEN 1 AND 31 AND CAST(substr(trim(text), 7, 2) AS INT) < 72
        AND CAST(substr(trim(text), 9, 2) AS INT) BETWEEN 1 AND 12
    THEN CAST(trim(text) AS BIGINT) END;

CREATE TEMP TABLE codes AS SELECT role, "column" AS col, folded(word) AS word, any_value(code) AS code
FROM read_csv(@codes@, header = true, all_varchar = true, delim = ',', quote = '"') GROUP BY ALL;

CREATE TEMP VIEW population AS
SELECT * FROM read_csv(@population@, header = false, skip = 1, auto_detect = false, delim = ',', quote = '"', escape = '"');

CREATE TEMP TABLE person AS
SELECT nik_key(nik) AS k, TRY_CAST(region AS BIGINT) AS region, TRY_CAST(birth_date AS DATE) AS born, marital.code AS marital,
    own.code = 'recorded' AS marked, wn.code AS citizenship
FROM population
    LEFT JOIN codes marital ON marital.role = 'population' AND marital.col = 'marital_status' AND marital.word = folded(marital_status)
    LEFT JOIN codes own ON own.role = 'population' AND own.col = 'ktp_el' AND own.word = folded(ktp_el)
    LEFT JOIN codes wn ON wn.role = 'population' AND wn.col = 'citizenship' AND wn.word = folded(citizenship);

CREATE TEMP TABLE recording AS
SELECT nik_key(nik) AS k, arg_max(coalesce(codes.code, 'unknown'), coalesce(TRY_CAST(recorded_on AS DATE), DATE '0001-01-01')) AS class
FROM read_csv(@recordings@, header = false, skip = 1, auto_detect = false, delim = ',', quote = '"', escape = '"')
    LEFT JOIN codes ON codes.role = 'recordings' AND codes.col = 'class' AND codes.word = folded(class)
WHERE TRY_CAST(recorded_on AS DATE) IS NULL OR TRY_CAST(recorded_on AS DATE) <= DATE '@as_of@'
GROUP BY 1;

CREATE TEMP TABLE letter AS SELECT DISTINCT nik_key(nik) AS k
FROM read_csv(@suket@, header = false, skip = 1, auto_detect = false, delim = ',', quote = '"', escape = '"')
WHERE TRY_CAST(issued_on AS DATE) IS NULL OR TRY_CAST(issued_on AS DATE) <= DATE '@as_of@';

CREATE TEMP TABLE barred AS SELECT DISTINCT k FROM (
    SELECT nik_key(nik) AS k FROM read_csv(@military@, header = false, skip = 1, auto_detect = false, delim = ',', quote = '"', escape = '"')
    UNION ALL SELECT nik_key(nik) FROM read_csv(@deaths@, header = false, skip = 1, auto_detect = false, delim = ',', quote = '"', escape = '"')
    UNION ALL SELECT nik_key(nik) FROM read_csv(@moved@, header = false, skip = 1, auto_detect = false, delim = ',', quote = '"', escape = '"')
    UNION ALL SELECT nik_key(nik) FROM read_csv(@revoked@, header = false, skip = 1, auto_detect = false, delim = ',', quote = '"', escape = '"')
    UNION ALL SELECT nik_key(nik) FROM read_csv(@impaired@, header = false, skip = 1, auto_detect = false, delim = ',', quote = '"', escape = '"')
    UNION ALL SELECT nik_key(nik) FROM read_csv(@field_findings@, header = false, skip = 1, auto_detect = false, delim = ',', quote = '"', escape = '"')
) WHERE k IS NOT NULL;

CREATE TEMP TABLE shared AS SELECT k FROM person WHERE k IS NOT NULL GROUP BY k HAVING count(*) > 1;

-- One outcome a NIK; rows without a usable one are told by their own cells.
CREATE TEMP TABLE decided AS
SELECT person.k, region, CASE
        WHEN barred.k IS NOT NULL OR citizenship = 'WNA' THEN 'ineligible'
        WHEN born > DATE '@voting_day@' - INTERVAL 17 YEAR AND marital = 'B' THEN 'ineligible'
        WHEN person.k IS NULL OR shared.k IS NOT NULL OR (born IS NULL AND coalesce(marital, 'B') = 'B') THEN 'unverified'
        WHEN marked AND letter.k IS NULL AND coalesce(recording.class, 'unrecorded') IN ('unrecorded', 'not_required') THEN 'unverified'
        WHEN recording.class IN ('issued', 'printed') THEN 'ready'
        WHEN letter.k IS NOT NULL THEN 'ready_with_suket'
        WHEN recording.class = 'unknown' THEN 'unverified'
        WHEN recording.class IN ('captured', 'printable') THEN 'awaiting_card'
        WHEN recording.class IN ('failed', 'duplicate', 'disputed') THEN 'recording_failed'
        ELSE 'unrecorded' END AS outcome,
    recording.class = 'printed' AS collects
FROM person
    LEFT JOIN recording ON person.k = recording.k
    LEFT JOIN letter ON person.k = letter.k
    LEFT JOIN barred ON person.k = barred.k
    LEFT JOIN shared ON person.k = shared.k;

CREATE TEMP TABLE copied AS
SELECT k, any_value(outcome) AS outcome, any_value(collects AND outcome = 'ready') AS collects FROM decided
WHERE k IS NOT NULL AND (outcome <> 'ready' AND outcome <> 'ready_with_suket' OR collects) GROUP BY k;

COPY (SELECT population.*, coalesce(outcome, 'unverified') AS outcome FROM population LEFT JOIN copied ON nik_key(nik) = copied.k
    WHERE nik_key(nik) IS NULL OR outcome NOT IN ('ready', 'ready_with_suket', 'ineligible') ORDER BY region) TO '@out@/flagged.csv' (HEADER);
COPY (SELECT population.*, outcome FROM population JOIN copied ON nik_key(nik) = copied.k
    WHERE outcome = 'ineligible' ORDER BY region) TO '@out@/ineligible.csv' (HEADER);
COPY (SELECT population.*, outcome FROM population JOIN copied ON nik_key(nik) = copied.k
    WHERE collects ORDER BY region) TO '@out@/collect.csv' (HEADER);
COPY (SELECT region, outcome, count(*) AS persons FROM decided GROUP BY ALL ORDER BY ALL) TO '@out@/recap-desa.csv' (HEADER);
COPY (SELECT region // 10000 AS region, outcome, count(*) AS persons FROM decided GROUP BY ALL ORDER BY ALL) TO '@out@/recap-kecamatan.csv' (HEADER);
COPY (SELECT region // 1000000 AS region, outcome, count(*) AS persons FROM decided GROUP BY ALL ORDER BY ALL) TO '@out@/recap-kabupaten.csv' (HEADER);
