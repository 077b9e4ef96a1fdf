# SPDX-License-Identifier: GPL-3.0-or-later
"""A real mail server for a test, on loopback. Says on stdout, a line of JSON each, on which port it listens, who signed
in or was refused, and which mails it took. On stdin it is told "hold" (answer to nothing more), "release" and
"refuse ADDRESS" with, if wanted, the words to say."""

import argparse
import asyncio
import email
import email.policy
import json
import logging
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult


def say(**fields):
    print(json.dumps(fields), flush=True)


class Handler:
    def __init__(self, is_tls):
        self.is_tls = is_tls
        self.open = asyncio.Event()
        self.open.set()
        self.refused = {}

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return ("550 5.1.1 " + (self.refused[address] or "nobody here has this address")).encode()
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"

    async def handle_DATA(self, server, session, envelope):
        say(event="data")
        await self.open.wait()
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        say(event="mail", sender=envelope.mail_from, to=envelope.rcpt_tos, subject=mail["Subject"],
            text=mail.get_content().replace("\r\n", "\n"), id=mail["Message-ID"], tls=self.is_tls or session.ssl is not None,
            user=session.auth_data.decode() if session.auth_data else "",
            lines=max(len(line) for line in envelope.content.split(b"\r\n")), raw=envelope.content.decode("ascii"))
        return "250 2.0.0 taken"


class Credentials:
    def __init__(self, user, password):
        self.user, self.password = user, password

    def __call__(self, server, session, envelope, mechanism, data):
        fits = data.login.decode() == self.user and data.password.decode() == self.password
        say(event="login" if fits else "refused")
        return AuthResult(success=fits, handled=False, auth_data=data.login if fits else None)


async def main():
    logging.disable()  # clients that turn away are what tests are about
    warnings.simplefilter("ignore")
    options = argparse.ArgumentParser()
    options.add_argument("--security", choices=["plain", "startTls", "tls", "none"], required=True)
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--host", default="127.0.0.1")
    options.add_argument("--certificate")
    options.add_argument("--key")
    options.add_argument("--user", default="")
    options.add_argument("--password", default="")
    given = options.parse_args()

    context = None
    if given.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(given.certificate, given.key)
    handler = Handler(given.security == "tls")
    more = {}
    if given.user:
        more = {"authenticator": Credentials(given.user, given.password), "auth_required": True,
                "auth_require_tls": given.security == "startTls"}
    if given.security == "startTls":
        more |= {"tls_context": context, "require_starttls": True}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, hostname="mail.test", loop=loop, **more), given.host,
                                      given.port, ssl=context if given.security == "tls" else None)
    say(event="listening", port=server.sockets[0].getsockname()[1])

    commands = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    while line := await commands.readline():
        word, _, rest = line.decode().strip().partition(" ")
        if word == "hold":
            handler.open.clear()
        elif word == "release":
            handler.open.set()
        elif word == "refuse":
            address, _, words = rest.partition(" ")
            handler.refused[address] = words
        elif word == "accept":
            handler.refused.pop(rest, None)
        say(event="told", word=word)


asyncio.run(main())
