"""Asks a demonstration's API everything that its document allows, and much that it does not, as every role.

    python3 bench/schemathesis/run.py target/debug/tresse --cases 10000
    python3 bench/schemathesis/run.py target/debug/tresse --sample

Needs schemathesis (requirements.txt). Starts `tresse demo` in a folder of its own, makes a token for each role through the
pages, and lets schemathesis ask. Ends with 1 when an answer was a 5xx, or one that the document does not describe.
"""

import argparse
import collections
import http.cookiejar
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

ROLES = {
    "coordinator": "coordination@tresse.example",
    "warehouse": "quai@tresse.example",
    "bookkeeper": "comptes@tresse.example",
    "producer": "production@tresse.example",
    "shop": "magasin@tresse.example",
    "reader": "membre@tresse.example",
}
PASSWORD = "tresse-demo"
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Person:
    """Somebody with a browser."""

    def __init__(self, base, email):
        self.base = base
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar, Stay)
        status, _ = self.send("/sign-in", {"email": email, "password": PASSWORD})
        if status != 303:
            sys.exit(f"{email} does not come in: {status}")

    def send(self, path, form=None):
        data = urllib.parse.urlencode(form, doseq=True).encode() if form else None
        request = urllib.request.Request(self.base + path, data)
        try:
            with self.opener.open(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode()

    def token(self):
        _, page = self.send("/me/tokens")
        select = re.search(r'<select[^>]*name="mandate".*?</select>', page, re.S)
        mandates = re.findall(r'value="([0-9a-f-]{36})"', select.group(0) if select else page)
        scopes = re.findall(r'name="scopes" value="([^"]+)"', page) or re.findall(r'value="([a-z_]+:(?:read|write))"', page)
        form = {"name": "schemathesis", "mandate": mandates[0], "scopes": scopes, "days": "7"}
        status, page = self.send("/me/tokens", form)
        found = re.search(r"tresse_[0-9A-Za-z]{20,}", page)
        if not found:
            sys.exit(f"no token was made: {status}")
        return found.group(0)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program", type=pathlib.Path)
    arguments.add_argument("--cases", type=int, default=10_000, help="in all, over roles and operations")
    arguments.add_argument("--sample", action="store_true", help="a case of each operation for each role, in a minute")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--schemathesis", default="schemathesis", help="the program, where it is not in PATH")
    given = arguments.parse_args()
    given.schemathesis = os.path.abspath(shutil.which(given.schemathesis) or sys.exit("there is no schemathesis"))
    # A port that was free a moment ago.
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        listen = f"127.0.0.1:{free.getsockname()[1]}"
    base = f"http://{listen}"
    with tempfile.TemporaryDirectory() as folder:
        log = open(os.path.join(folder, "log"), "w")
        command = [str(given.program.resolve()), "demo", "--size", "S", "--data", "data", "--listen", listen]
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            document = wait_for(base, server)
            sys.exit(ask_as_each(given, base, document, folder))
        finally:
            server.terminate()
            server.wait(30)


def wait_for(base, server):
    for _ in range(2400):
        if server.poll() is not None:
            sys.exit("the demonstration does not start")
        try:
            with urllib.request.urlopen(base + "/api/openapi.json", timeout=5) as answer:
                return json.load(answer)
        except OSError:
            time.sleep(0.1)
    sys.exit("the demonstration does not answer")


def ask_as_each(given, base, document, folder):
    began = time.monotonic()
    operations = sum(len(methods) for methods in document["paths"].values())
    cases = 1 if given.sample else max(1, given.cases // (operations * len(ROLES)))
    phases = "examples,fuzzing" if given.sample else "examples,coverage,fuzzing"
    tokens = {role: Person(base, email).token() for role, email in ROLES.items()}
    failed, statuses = False, collections.Counter()
    for role, token in tokens.items():
        settings, answers = pathlib.Path(folder, "schemathesis.toml"), pathlib.Path(folder, "answers.ndjson")
        settings.write_text(parameters(base, tokens["coordinator"], token))
        command = [
            given.schemathesis, "--config-file", str(settings), "run", base + "/api/openapi.json",
            "--header", f"Authorization: Bearer {token}", "--checks", CHECKS, "--max-examples", str(cases),
            "--seed", str(given.seed), "--phases", phases, "--generation-database", "none", "--warnings", "off",
            "--report", "ndjson", "--report-ndjson-path", str(answers),
        ]
        print(f"== {role}: {cases} cases an operation", flush=True)
        done = subprocess.run(command, cwd=folder, timeout=3600, check=False, stdout=subprocess.PIPE, text=True)
        own = statuses_of(answers)
        # A role that was never answered has not asked anything.
        if done.returncode != 0 or not own:
            failed = True
            print(done.stdout)
        statuses += own
        print(f"   {told(own)}", flush=True)
    print(f"in all {told(statuses)}, in {time.monotonic() - began:.0f} s")
    return 1 if failed else 0


def statuses_of(answers):
    """How often each status was answered."""
    statuses = collections.Counter()
    for line in answers.open():
        asked = json.loads(line).get("ScenarioFinished", {}).get("recorder", {}).get("interactions", {})
        statuses.update(one["response"]["status_code"] for one in asked.values() if one.get("response"))
    return statuses


def told(statuses):
    each = ", ".join(f"{count} x {status}" for status, count in sorted(statuses.items()))
    return f"{statuses.total()} answers: {each}"


def parameters(base, coordinator, own):
    """Things that exist, so that the questions get further than to what does not."""

    def get(path, token=coordinator):
        headers = {"Authorization": f"Bearer {token}"}
        with urllib.request.urlopen(urllib.request.Request(base + path, headers=headers), timeout=30) as answer:
            return json.load(answer)

    me = get("/api/v1/me", own)
    hub = f"/api/v1/hubs/{me['hub']}"
    cycles = get(f"{hub}/cycles")["cycles"]
    cycle = next((one for one in cycles if one["stage"] == "open"), cycles[0])["id"]
    shop = me["organisation"] if me["role"] == "shop" else get(f"{hub}/balances")["shops"][0]["organisation"]
    producer = me["organisation"] if me["role"] == "producer" else get(f"{hub}/catalogue")[0]["id"]
    found = {"hub": me["hub"], "cycle": cycle, "shop": shop, "producer": producer}
    found["reference"] = get(f"{hub}/catalogue/{producer}/references")[0]["id"]
    found["document"] = get(f"{hub}/documents")["documents"][0]["id"]
    payments = get(f"{hub}/accounts/shops/{shop}")["payments"]
    found["payment"] = payments[0]["id"] if payments else None
    return "[parameters]\n" + "".join(f'"path.{name}" = "{value}"\n' for name, value in found.items() if value)


if __name__ == "__main__":
    main()
