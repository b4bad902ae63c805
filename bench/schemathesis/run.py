"""Asks a demonstration's API everything that its document allows, and much that it does not, as every role.

    python3 bench/schemathesis/run.py target/debug/tresse --cases 10000

Needs schemathesis (pip install schemathesis==4.32.5). Starts `tresse demo` in a folder of its own, makes a token for each
role through the pages, and lets schemathesis ask. Ends with 1 when an answer was a 5xx, or one that the document does not
describe.
"""

import argparse
import http.cookiejar
import json
import os
import pathlib
import re
import shutil
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
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--port", type=int, default=18311)
    arguments.add_argument("--schemathesis", default=shutil.which("schemathesis") or "schemathesis")
    given = arguments.parse_args()
    base = f"http://127.0.0.1:{given.port}"
    with tempfile.TemporaryDirectory() as folder:
        log = open(os.path.join(folder, "log"), "w")
        listen = f"127.0.0.1:{given.port}"
        command = [str(given.program.resolve()), "demo", "--size", "S", "--data", "data", "--listen", listen]
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            document = wait_for(base, server)
            sys.exit(ask_as_each(given, base, document, folder))
        finally:
            server.terminate()
            server.wait(30)


def wait_for(base, server):
    for _ in range(600):
        if server.poll() is not None:
            sys.exit("the demonstration does not start")
        try:
            with urllib.request.urlopen(base + "/api/openapi.json", timeout=5) as answer:
                return json.load(answer)
        except OSError:
            time.sleep(0.1)
    sys.exit("the demonstration does not answer")


def ask_as_each(given, base, document, folder):
    operations = sum(len(methods) for methods in document["paths"].values())
    cases = max(1, given.cases // (operations * len(ROLES)))
    failed = False
    for role, email in ROLES.items():
        person = Person(base, email)
        token = person.token()
        settings = pathlib.Path(folder, "schemathesis.toml")
        settings.write_text(parameters(base, token))
        command = [
            given.schemathesis, "--config-file", str(settings), "run", base + "/api/openapi.json",
            "--header", f"Authorization: Bearer {token}", "--checks", CHECKS, "--max-examples", str(cases),
            "--seed", str(given.seed), "--phases", "examples,coverage,fuzzing", "--generation-database", "none",
        ]
        print(f"== {role}: {cases} cases an operation", flush=True)
        failed |= subprocess.run(command, cwd=folder, timeout=3600, check=False).returncode != 0
    return 1 if failed else 0


def parameters(base, token):
    """Things that exist, so that the questions get further than to what does not."""

    def get(path):
        headers = {"Authorization": f"Bearer {token}"}
        try:
            with urllib.request.urlopen(urllib.request.Request(base + path, headers=headers), timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError:
            return {}

    found = {}
    me = get("/api/v1/me")
    found["hub"] = me.get("hub")
    cycles = get(f"/api/v1/hubs/{found['hub']}/cycles") if found["hub"] else {}
    rows = cycles if isinstance(cycles, list) else next((v for v in cycles.values() if isinstance(v, list)), [])
    found["cycle"] = rows[0]["id"] if rows else None
    found["shop"] = found["producer"] = me.get("organisation")
    lines = [f'"path.{name}" = "{value}"' for name, value in found.items() if value]
    return "[parameters]\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
