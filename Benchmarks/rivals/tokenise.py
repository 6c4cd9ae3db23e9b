"""What a Python program does before it understands anything: finds the words of the same text.

    tokenise.py ROUNDS FILE…      JSON on standard output, medians in milliseconds

Two rivals: the standard library's `re`, and the Vietnamese word segmenter `underthesea` when it is
installed.
"""
import json
import re
import statistics
import sys
import time

rounds, files = int(sys.argv[1]), sys.argv[2:]
word = re.compile(r"\w+|[^\w\s]")


def median_ms(work, rounds):
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


try:
    from underthesea import word_tokenize
except ImportError:
    word_tokenize = None

plans = []
for path in files:
    text = open(path, encoding="utf-8").read()
    row = {"file": path.rsplit("/", 1)[-1], "re": median_ms(lambda: word.findall(text), rounds)}
    if word_tokenize:
        row["underthesea"] = median_ms(lambda: word_tokenize(text), max(1, rounds // 10))
    plans.append(row)
print(json.dumps(plans, indent=1))
