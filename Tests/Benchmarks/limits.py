"""What the figures of run.py may be."""

import logs

LIMITS = {
    "binary, bytes": 389120,
    "resident with 1 job, KB": 240,
    "resident with 200 jobs, KB": 500,
    "resident with 1 captured job, KB": 240,
    "resident with 200 captured jobs, KB": 700,
    "one command, of tini-static's time": 0.72,
    "check of 1,000 jobs, ms": 20.0,
    "check of 10,000 jobs, ms": 200.0,
    "200 jobs, of a bare loop's time": 1.5,
    "restart after kill -9, ms": 1.0,
    "stop of 200 jobs, ms": 10.0,
    "stop of 200 jobs, of a bare loop's time": 4.0,
    "per orphan beside 10,000 children, us": 60.0,
    "reload that changes one of 1,000 jobs, ms": 50.0,
    "200 jobs with tcp checks every second, % of a core": 1.0,
} | logs.LIMITS
# What --check refuses instead where a busy or a slow machine alone goes beyond the goal: what is measured
# in time there is beside what a bare C program needs for the same.
CEILINGS = {
    "one command, of tini-static's time": 0.9,
    "200 jobs, of a bare loop's time": 2.5,
    "restart after kill -9, ms": 10.0,
    "stop of 200 jobs, ms": 100.0,
    "stop of 200 jobs, of a bare loop's time": 6.0,
    "200 jobs with tcp checks every second, % of a core": 2.0,
    "check of 1,000 jobs, ms": 50.0,
    "check of 10,000 jobs, ms": 500.0,
    "per orphan beside 10,000 children, us": 150.0,
    "reload that changes one of 1,000 jobs, ms": 150.0,
} | logs.CEILINGS
