// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"
#include "core/wire/customermessage.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <algorithm>
#include <array>
#include <cstdio>
#include <deque>
#include <memory>

#include <unistd.h>

namespace tiepdon {
namespace {

/// A line longer than this is no report.
constexpr qsizetype kLineBytesMax = 1000;

template <class Enum>
std::optional<Enum> named(const QString &text)
{
    const auto known = names(Enum());
    const auto it = std::find(known.begin(), known.end(), text.toStdString());
    return it == known.end() ? std::nullopt : std::optional(static_cast<Enum>(it - known.begin()));
}

/// "KIND VALUE [SOURCE] [NUMBER]", parted by blanks.
std::optional<ReportArrival> reportFrom(const QString &line)
{
    const QStringList words = line.simplified().split(u' ');
    if (words.size() < 2 || words.size() > 4)
        return std::nullopt;
    const auto kind = named<IdentifierKind>(words.at(0));
    const auto source = words.size() > 2 ? named<ArrivalSource>(words.at(2)) : ArrivalSource::CardReader;
    if (!kind || !source)
        return std::nullopt;
    ReportArrival report;
    report.kind = *kind;
    report.value = words.at(1).toStdString();
    report.source = *source;
    report.number = words.value(3).toStdString();
    return report;
}

/// Reports what stdin says, a line each and in order, until its end.
class Reporting : public QObject
{
public:
    Reporting(const Context &context, HubClient &hub)
        : m_context(context), m_hub(hub), m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_input, &QSocketNotifier::activated, this, &Reporting::read);
    }

private:
    void read()
    {
        std::array<char, 4096> bytes{};
        const auto got = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (got > 0)
            m_bytes.append(bytes.data(), static_cast<qsizetype>(got));
        m_isAtEnd = got <= 0;
        if (m_isAtEnd && !m_bytes.isEmpty())
            m_bytes.append('\n');
        if (m_isAtEnd)
            m_input.setEnabled(false);
        for (qsizetype end = m_bytes.indexOf('\n'); end >= 0; end = m_bytes.indexOf('\n')) {
            m_lines.push_back(QString::fromUtf8(m_bytes.left(std::min(end, kLineBytesMax))).trimmed());
            m_bytes.remove(0, end + 1);
        }
        if (m_bytes.size() > kLineBytesMax)
            m_bytes.truncate(kLineBytesMax);
        next();
    }

    void next()
    {
        while (!m_isAsking && !m_lines.empty()) {
            const QString line = m_lines.front();
            m_lines.pop_front();
            if (line.isEmpty())
                continue;
            const auto report = reportFrom(line);
            if (!report) {
                refused(QStringLiteral("not a report, see --help"));
                continue;
            }
            m_isAsking = true;
            m_hub.ask(*report, this, [this](const Result<ReportArrival::Answer> &answer) {
                m_isAsking = false;
                if (answer)
                    ++m_reported;
                else
                    refused(sentence(answer.error()));
                next();
            });
        }
        if (!m_isAsking && m_isAtEnd)
            QCoreApplication::exit(
                m_context.done({{"reported", m_reported}, {"refused", m_refused}},
                               QStringLiteral("%1 reported, %2 refused").arg(m_reported).arg(m_refused),
                               m_refused > 0 ? kRefused : kDone));
    }

    /// By its number: what was in it is nobody's business.
    void refused(const QString &why)
    {
        ++m_refused;
        m_context.progress(QStringLiteral("line %1: %2").arg(m_reported + m_refused).arg(why));
    }

    const Context &m_context;
    HubClient &m_hub;
    QSocketNotifier m_input;
    QByteArray m_bytes;
    std::deque<QString> m_lines;
    bool m_isAsking = false;
    bool m_isAtEnd = false;
    int m_reported = 0;
    int m_refused = 0;
};

int reportArrivals(const Context &context)
{
    std::unique_ptr<Reporting> reporting;
    return context.withVisit(HubVisit::Until::Device, [&](HubVisit &visit) {
        reporting = std::make_unique<Reporting>(context, visit.hub());
    });
}

} // namespace

std::vector<CtlCommand> arrivalCommands()
{
    return {commandSpec(
        "arrival report", "", "Reports who came in, as another system does: lines on stdin.", 0, 0, reportArrivals,
        {},
        "Each line is KIND VALUE [SOURCE] [NUMBER]: phone, citizenCard, oldIdentityCard, passport, customerNumber "
        "or\n"
        "card; cardReader (the default), camera, booking or other; the number of an open ticket that is theirs.\n"
        "Needs an enrolment of its own as a sensor, in a folder of its own:\n"
        "  tiepdon-ctl device enrol --name \"Front door\" --kind sensor\n"
        "  tiepdon-ctl --device DIR enrol\n"
        "  tiepdon-ctl --device DIR arrival report")};
}

} // namespace tiepdon
