"""python3 bench/rounds/tests.py: that instances are read as published, and that what is wrong with an answer is seen."""

import pathlib
import tempfile
import unittest

import instances
import tables

LI_LIM = """2 10 1
0 0 0 0 0 100 0 0 0
1 3 4 6 10 20 5 0 2
2 3 0 -6 0 60 5 1 0
3 0 4 5 0 50 5 0 4
4 0 1 -5 0 50 5 3 0
"""
SOLOMON = """TINY

VEHICLE
NUMBER     CAPACITY
  2         10

CUSTOMER
CUST NO.   XCOORD.  YCOORD.    DEMAND    READY TIME  DUE DATE  SERVICE TIME

 0  0 0  0   0 40 0
 1  1 1  6   0 10 5
 2  2 2  5  10 20 5
"""
CVRPLIB = """NAME : tiny
DIMENSION : 3
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 10
NODE_COORD_SECTION
1 0 0
2 1 1
3 2 2
DEMAND_SECTION
1 0
2 6
3 4
DEPOT_SECTION
1
-1
EOF
"""
SARTORI = """NAME: tiny
CAPACITY: 10
NODES
0 1.5 2.5 0 0 60 0 0 0
1 1.5 2.6 4 0 9 2 0 2
2 1.6 2.5 -4 0 60 2 1 0
EDGES
0 5 9
4 0 7
8 7 0
EOF
"""


class Answers(unittest.TestCase):
    def check(self, text, routes, expected):
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            file.write(text)
            file.flush()
            instance = instances.read(pathlib.Path(file.name))
        self.assertEqual("; ".join(instance.faults(routes)) or round(instance.distance(routes), 3), expected)

    def test_goods_from_place_to_place(self):
        self.check(LI_LIM, [[1, 2], [3, 4]], 20)
        self.check(LI_LIM, [[1, 2, 3, 4]], 18)
        self.check(LI_LIM, [[2, 1], [3, 4]], "route 1: -6 on board at 2, of 10; route 1: 2 is visited before what it gets; "
                                             "route 1: nothing is brought to [2]")
        self.check(LI_LIM, [[1, 3, 2, 4]], "route 1: 11 on board at 3, of 10")
        self.check(LI_LIM, [[3, 4, 1, 2]], "route 1: late at 1 by 1.243")
        self.check(LI_LIM, [[1, 2]], "2 places are not visited")
        self.check(LI_LIM, [[1, 2], [3, 4, 1, 2]], "a place is visited twice; route 2: late at 1 by 1.243")
        self.check(LI_LIM, [[1, 2], [3, 4, 9]], "no such place: [9]")
        self.check(LI_LIM, [[1, 3, 4], [2]], "route 1: 11 on board at 3, of 10; route 1: nothing is brought to [2]; "
                                             "route 2: -6 on board at 2, of 10; route 2: 2 is visited before what it gets")

    def test_windows_and_tenths_rounded_down(self):
        self.check(SOLOMON, [[1], [2]], 8.4)
        self.check(SOLOMON, [[1, 2]], "route 1: 11 on board, of 10")
        self.check(SOLOMON.replace("2  5", "2  4"), [[1, 2]], 5.6)
        self.check(SOLOMON.replace("2  5", "2  4"), [[2, 1]], "route 1: late at 1 by 6.4")
        self.check(SOLOMON.replace("40", "17"), [[1], [2]], "route 2: late at 0 by 0.8")
        self.check(SOLOMON.replace("  2         10", "  1         10"), [[1], [2]], "2 vehicles of 1")

    def test_whole_distances(self):
        self.check(CVRPLIB, [[1, 2]], 1 + 1 + 3)
        self.check(CVRPLIB, [[1], [2]], 2 + 6)

    def test_minutes_of_roads(self):
        self.check(SARTORI, [[1, 2]], 5 + 7 + 8)
        self.check(SARTORI.replace("0 9 2", "0 4 2"), [[1, 2]], "route 1: late at 1 by 1")


class Classes(unittest.TestCase):
    def test_by_the_name_of_the_file(self):
        for file, expected in (("a/lrc1_2_3.txt", "LRC1"), ("R208.txt", "R2"), ("c1_10_8.txt", "C1"), ("X-n101-k25.vrp", None)):
            self.assertEqual(tables.class_of(file), expected)


if __name__ == "__main__":
    unittest.main()
