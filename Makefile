# Two promises to someone with a fresh Debian 12 machine and Swift 6.3:
#   make run    everything that is needed, then the product with a sample ward on 127.0.0.1:8080
#   make test   everything that CI runs
# Both work again, and after an interruption.

CONFIG ?= debug
PORT ?= 8080
DATABASE ?= var/canhlua.sqlite

.PHONY: run test bench build check images clean

run:
	scripts/setup run
	scripts/run $(CONFIG) $(DATABASE) $(PORT)

build:
	scripts/setup build
	scripts/build $(CONFIG) canhlua

test:
	scripts/setup test
	scripts/check

# The same checks without installing anything.
check:
	scripts/check

bench:
	scripts/setup bench
	scripts/bench

# Screenshots of the running product, for docs/images.
images:
	scripts/setup test
	scripts/images

clean:
	rm -rf .build var .setup
