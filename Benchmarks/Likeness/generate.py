#!/usr/bin/env python3
"""Makes a register of facilities in which some are kept twice: CSV on standard output.

    generate.py ORIGINALS DUPLICATES SEED

Columns: id, thing, name, address, phone, head, latitude, longitude. Rows with the same `thing` are one
facility. Everything is made up from lists of common words; the same seed makes the same rows.

The originals lie along 60 streets of a town of 4 by 4 km for each thousand of them. One in eight is a
second place of an owner above it (same head and phone, other kind, name and street), one in twenty is a
neighbour in the same house, one in twenty has the name of another, and of those in chains ("Cửa hàng gas
Thanh Bình 2") one in ten differs in the number alone: pairs that look alike and are two.

The corruption of a duplicate. Each field on its own, with these probabilities:

    name       30 % as it was; else one or two of: kind of facility abbreviated or left out (40 %),
               diacritics lost (30 %), a word mistyped (25 %), a word left out (10 %), words swapped (5 %),
               a word added (10 %), capitals (10 %)
    address    25 % as it was; else one or two of: "12/34" for "số 34 ngõ 12" or back (25 %), "phố" left
               out or "Đ." (30 %), diacritics lost (30 %), ward added (25 %), a letter mistyped (10 %),
               house number left out (6 %) or wrong (4 %), only the ward and the group (3 %)
    phone      60 % as it was; 12 % another number, 15 % missing, 8 % one digit wrong, 5 % two swapped
    head       55 % as it was; 15 % missing, 10 % another person, 10 % diacritics lost, 5 % family name
               left out, 5 % mistyped
    point      60 % moved by a normal error of 15 m, 10 % of 150 m, 25 % missing, 5 % elsewhere in town

Mistyping is Telex and the keyboard: a letter left out, doubled, swapped with the next, or replaced by its
neighbour on QWERTY. The model follows febrl's (P. Christen, «Probabilistic data generation for
deduplication and data linkage», IDEAL 2005) with the ways of Vietnamese sheets; the probabilities are
ours.
"""
import csv
import math
import random
import sys
import unicodedata

KINDS = [
    ("Cửa hàng gas", "CH gas"), ("Nhà hàng", "NH"), ("Quán cà phê", "Cafe"), ("Nhà nghỉ", "NN"),
    ("Khách sạn", "KS"), ("Karaoke", "Karaoke"), ("Công ty TNHH", "Cty TNHH"),
    ("Công ty cổ phần", "Cty CP"), ("Cửa hàng tạp hóa", "CH tạp hóa"), ("Trường Mầm non", "MN"),
    ("Nhà thuốc", "NT"), ("Xưởng mộc", "Xưởng"), ("Kho hàng", "Kho"), ("Gara ô tô", "Gara"),
    ("Nhà trọ", "Nhà trọ"), ("Cửa hàng điện máy", "CH điện máy"), ("Phòng khám", "PK"),
    ("Siêu thị", "ST"), ("Quán bia", "Bia"), ("Cửa hàng xăng dầu", "Cây xăng")]
FIRST = "Hoàng Thanh Minh Hải Phương Ngọc Đức Quang Hồng Kim Thiên Bảo Gia Việt Nam Tân Phú Hưng Thành Tuấn " \
    "Hùng Thu Lan Mai Đông Tây Bắc Sơn Long Trường Vạn Đại Anh Thịnh Bình Khánh".split()
SECOND = "Anh Bình Châu Dung Hà Hải Hạnh Hòa Huệ Hương Khoa Lâm Linh Long Ly Nga Nhung Phát Phong Phúc Quân " \
    "Sang Tâm Thảo Thắng Thúy Tiến Toàn Trang Trung Tú Vân Vinh Xuân Yến Đạt Lộc Tài".split()
FAMILY = [("Nguyễn", 38), ("Trần", 11), ("Lê", 10), ("Phạm", 7), ("Hoàng", 5), ("Phan", 5), ("Vũ", 4),
          ("Đặng", 2), ("Bùi", 2), ("Đỗ", 1), ("Hồ", 1), ("Ngô", 1), ("Dương", 1), ("Lý", 1)]
MIDDLE = "Văn Thị Đức Minh Thu Ngọc Hữu Quang Xuân Thanh".split()
STREETS = [f"{a} {b}" for a, b in zip(
    "Trần Lê Nguyễn Phạm Hoàng Lý Đinh Bùi Phan Ngô Võ Đặng Trần Lê Nguyễn Hàng Hàng Đội Liễu Kim Vạn Ngọc "
    "Yên Thụy Tây Xuân Láng Giảng Cát Thành Đào Vĩnh Linh Quán Trúc Hồng Cầu Thái Chùa Ô".split(),
    "Phú Lợi Trãi Hùng Thám Nam_Đế Tiên_Hoàng Thị_Xuân Đình_Phùng Quyền Chí_Công Dung Hưng_Đạo Lai Du Bài "
    "Bông Cấn Giai Mã Phúc Hà Phụ Khuê Hồ Thủy Hạ Võ Linh Công Tấn Phúc Lang Thánh Bạch Hà Giấy Thịnh Bộc "
    "Chợ".split())]
STREETS = [street.replace("_", " ") for street in STREETS]
WARDS = "Ngọc Hà,An Mẫu,Tân Bình,Phú Thượng,Vĩnh Tuy,Bạch Đằng".split(",")
NEAR = {a: b for a, b in zip("qwertyuiopasdfghjklzxcvbnm", "wqwrtyuiopsasdfghjkxzxcvbn")}


def bare(text):
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def capitalised(text):
    return text[:1].upper() + text[1:]


class Town:
    def __init__(self, seed, size):
        self.random = random.Random(seed)
        self.span = 0.036 * math.sqrt(max(size, 1000) / 1000)
        count = max(60, size * 60 // 1000)
        # A name with a number stands for a street of that name in another quarter; beyond them the
        # nation's towns share their names.
        names = [street if not number else f"{street} {number}" for number in range(31) for street in STREETS]
        self.streets = [(names[i % len(names)], self.place(), self.random.uniform(0, math.pi),
                         self.random.choice(WARDS), self.random.randint(1, 45)) for i in range(count)]

    def place(self):
        r = self.random
        return 21.0 + r.uniform(0, self.span), 105.8 + r.uniform(0, self.span)

    def phone(self):
        r = self.random
        return "0" + r.choice("35789") + "".join(r.choice("0123456789") for _ in range(8))

    def person(self):
        r = self.random
        family = r.choices([name for name, _ in FAMILY], [weight for _, weight in FAMILY])[0]
        return f"{family} {r.choice(MIDDLE)} {r.choice(SECOND)}"

    def name(self):
        r = self.random
        kind = r.choice(KINDS)
        words = r.choice(FIRST) + " " + r.choice(SECOND)
        if r.random() < 0.2:
            words += " " + r.choice(SECOND)
        if r.random() < 0.15:
            words += f" {r.randint(1, 5)}"
        return kind, words

    def door(self):
        r = self.random
        street = r.choice(self.streets)
        house = r.randint(1, 400)
        alleys = [r.randint(1, 400) for _ in range(r.choices([0, 1, 2], [60, 30, 10])[0])]
        along = house / 400 * 0.009
        point = (street[1][0] + along * math.sin(street[2]) + r.gauss(0, 0.0002),
                 street[1][1] + along * math.cos(street[2]) + r.gauss(0, 0.0002))
        return street, house, alleys, point

    def original(self, earlier):
        r = self.random
        kind, words = self.name()
        street, house, alleys, point = self.door()
        head, phone = self.person(), self.phone()
        if earlier:
            other = r.choice(earlier[-2000:])
            draw = r.random()
            if draw < 0.125:
                head, phone = other["head"], other["phone"]
            elif draw < 0.175:
                street, house, alleys, point = other["door"]
            elif draw < 0.225:
                kind, words = other["kind"], other["words"]
            elif draw < 0.235 and any(c.isdigit() for c in other["words"]):
                kind, words = other["kind"], other["words"][:-1] + str(r.randint(6, 9))
        return {"kind": kind, "words": words, "door": (street, house, alleys, point), "head": head,
                "phone": phone}

    # How it is written.

    def address(self, door, is_slash=None, street_word=None):
        street, house, alleys, _ = door
        r = self.random
        if is_slash is None:
            is_slash = r.random() < 0.5
        word = r.choice(["phố ", "phố ", "đường ", ""]) if street_word is None else street_word
        if is_slash:
            number = "/".join(str(part) for part in alleys + [house])
            return capitalised(f"{number} {word}{street[0]}")
        kinds = ["ngõ", "ngách"]
        inner = [f"{kinds[i]} {alley}" for i, alley in enumerate(alleys)][::-1]
        parts = [f"số {house}"] + inner
        return capitalised(" ".join(parts) + f" {word or 'phố '}{street[0]}")

    def typo(self, text):
        r = self.random
        places = [i for i, c in enumerate(text) if c.isalpha()]
        if len(places) < 3:
            return text
        i = r.choice(places[1:])
        draw = r.randrange(4)
        if draw == 0:
            return text[:i] + text[i + 1:]
        if draw == 1:
            return text[:i] + text[i] + text[i:]
        if draw == 2 and i + 1 < len(text):
            return text[:i] + text[i + 1] + text[i] + text[i + 2:]
        return text[:i] + NEAR.get(bare(text[i]).lower(), "a") + text[i + 1:]

    def chosen(self, ways):
        """One or two ways by their weights."""
        r = self.random
        names, weights = [way for way, _ in ways], [weight for _, weight in ways]
        return set(r.choices(names, weights, k=r.choice([1, 2])))

    def named(self, thing):
        kind, words = thing["kind"], thing["words"]
        r = self.random
        full = f"{kind[0]} {words}"
        if r.random() < 0.3:
            return full
        ways = self.chosen([("kind", 40), ("bare", 30), ("typo", 25), ("drop", 10), ("swap", 5),
                            ("add", 10), ("capitals", 10)])
        parts = words.split()
        if "drop" in ways and len(parts) > 2:
            parts.pop(r.randrange(len(parts)))
        if "swap" in ways and len(parts) > 1:
            parts[0], parts[1] = parts[1], parts[0]
        if "typo" in ways:
            i = r.randrange(len(parts))
            parts[i] = self.typo(parts[i])
        if "add" in ways:
            parts.append(r.choice(["mới", "Việt Nam", "HN", r.choice(SECOND)]))
        head = r.choice([kind[1], ""]) if "kind" in ways else kind[0]
        text = f"{head} {' '.join(parts)}".strip()
        if "bare" in ways:
            text = bare(text)
        return text.upper() if "capitals" in ways else text

    def addressed(self, thing):
        r = self.random
        door = thing["door"]
        street, house, alleys, point = door
        if r.random() < 0.25:
            return thing["address"]
        ways = self.chosen([("slash", 25), ("word", 30), ("bare", 30), ("ward", 25), ("typo", 10),
                            ("nohouse", 6), ("wrong", 4), ("group", 3)])
        if "group" in ways:
            return f"TDP {street[4]}, phường {street[3]}"
        if "wrong" in ways:
            door = (street, r.randint(1, 400), alleys, point)
        is_slash = not thing["address"].startswith("Số") if "slash" not in ways \
            else thing["address"].startswith("Số")
        word = r.choice(["", "Đ. ", "phố "]) if "word" in ways else "phố "
        text = self.address(door, is_slash, word)
        if "nohouse" in ways:
            inner = f"ngõ {alleys[0]} " if alleys else ""
            text = capitalised(f"{inner}{word}{street[0]}")
        if "typo" in ways:
            text = self.typo(text)
        if "ward" in ways:
            text += r.choice([", phường ", ", P. ", " P."]) + street[3]
        return bare(text) if "bare" in ways else text

    def called(self, phone):
        r = self.random
        draw = r.random()
        if draw < 0.60:
            return phone
        if draw < 0.72:
            return self.phone()
        if draw < 0.87:
            return ""
        i = r.randrange(2, 9)
        if draw < 0.95:
            return phone[:i] + r.choice("0123456789") + phone[i + 1:]
        return phone[:i] + phone[i + 1] + phone[i] + phone[i + 2:]

    def headed(self, head):
        r = self.random
        draw = r.random()
        if draw < 0.55:
            return head
        if draw < 0.70:
            return ""
        if draw < 0.80:
            return self.person()
        if draw < 0.90:
            return bare(head)
        if draw < 0.95:
            return head.split(" ", 1)[1]
        return self.typo(head)

    def pointed(self, point, kept=False):
        r = self.random
        draw = r.random()
        metre = 1 / 111_195
        if kept:
            return point if draw < 0.75 else None
        if draw < 0.60:
            return point[0] + r.gauss(0, 15) * metre, point[1] + r.gauss(0, 15) * metre
        if draw < 0.70:
            return point[0] + r.gauss(0, 150) * metre, point[1] + r.gauss(0, 150) * metre
        return None if draw < 0.95 else self.place()


def rows(originals, duplicates, seed):
    town = Town(seed, originals)
    r = town.random
    things = []
    for thing in range(originals):
        made = town.original(things)
        made["address"] = town.address(made["door"])
        things.append(made)
        point = town.pointed(made["door"][3], kept=True)
        phone = made["phone"] if r.random() < 0.85 else ""
        head = made["head"] if r.random() < 0.85 else ""
        yield row(f"{thing}-0", thing, f"{made['kind'][0]} {made['words']}", made["address"], phone, head, point)
    for copy in range(duplicates):
        thing = r.randrange(originals)
        made = things[thing]
        yield row(f"{thing}-d{copy}", thing, town.named(made), town.addressed(made),
                  town.called(made["phone"]), town.headed(made["head"]), town.pointed(made["door"][3]))


def row(id, thing, name, address, phone, head, point):
    latitude, longitude = (f"{point[0]:.6f}", f"{point[1]:.6f}") if point else ("", "")
    return [id, thing, name, address, phone, head, latitude, longitude]


HEAD = ["id", "thing", "name", "address", "phone", "head", "latitude", "longitude"]

if __name__ == "__main__":
    originals, duplicates, seed = (int(argument) for argument in sys.argv[1:4])
    out = csv.writer(sys.stdout)
    out.writerow(HEAD)
    out.writerows(rows(originals, duplicates, seed))
