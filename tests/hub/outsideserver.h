// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/json.h"

#include <QProcess>
#include <QtTest>

#include <algorithm>
#include <vector>

/// As QTRY_…, for what programs outside have a part in: they may be slow where much else runs.
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 30000)
#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 30000)

namespace tiepdon::test {

/// A server of the world outside a branch: a program that says in lines of JSON what comes to it.
class OutsideServer
{
public:
    explicit OutsideServer(QString script) : m_script(std::move(script)) { }
    ~OutsideServer() { stop(); }

    /// Starts it; on the port it had before, if it had one.
    bool start(const QStringList &arguments)
    {
        m_process = std::make_unique<QProcess>();
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QObject::connect(m_process.get(), &QProcess::readyReadStandardOutput, m_process.get(), [this] { read(); });
        QStringList all{m_script};
        if (port != 0)
            all += {QStringLiteral("--port"), QString::number(port)};
        m_process->start(QStringLiteral("/usr/bin/python3"), all + arguments); // aiosmtpd belongs to Debian's own
        const std::size_t before = said.size();
        if (!QTest::qWaitFor([&] { return said.size() > before; }, 30000))
            return false;
        port = static_cast<quint16>(said.back().value("port", 0));
        return port != 0;
    }
    void stop()
    {
        if (!m_process)
            return;
        m_process->kill();
        m_process->waitForFinished();
        m_process.reset();
    }
    /// Tells it something and waits until it has heard.
    bool tell(const QByteArray &line)
    {
        const std::int64_t before = count("told");
        m_process->write(line + "\n");
        return QTest::qWaitFor([&] { return count("told") > before; }, 30000);
    }

    [[nodiscard]] std::vector<Json> all(const std::string &event) const
    {
        std::vector<Json> found;
        std::copy_if(said.begin(), said.end(), std::back_inserter(found),
                     [&](const Json &json) { return json.value("event", "") == event; });
        return found;
    }
    [[nodiscard]] std::int64_t count(const std::string &event) const
    {
        return static_cast<std::int64_t>(all(event).size());
    }

    std::vector<Json> said;
    quint16 port = 0;

private:
    void read()
    {
        m_left += m_process->readAllStandardOutput();
        for (qsizetype end = m_left.indexOf('\n'); end >= 0; end = m_left.indexOf('\n')) {
            said.push_back(Json::parse(m_left.left(end).toStdString()));
            m_left.remove(0, end + 1);
        }
    }

    QString m_script;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_left;
};

} // namespace tiepdon::test
