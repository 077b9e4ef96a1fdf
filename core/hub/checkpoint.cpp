// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/checkpoint.h"

#include "core/store/verify.h"
#include "core/tls/authority.h"
#include "core/tls/signature.h"

#include <QDateTime>
#include <QRegularExpression>

namespace tiepdon {
namespace {

QString hubFile(const QString &directory, const char *name) { return directory + u'/' + QLatin1String(name); }

} // namespace

Result<std::string> checkpointLine(const QString &directory, const ChainEnds &ends, TimeMs atMs)
{
    const auto key = fingerprint(hubFile(directory, "hub.pem"));
    if (!key)
        return key.error();
    const std::string text = "tiepdon-checkpoint-1 branch=" + std::to_string(ends.branch)
        + " at=" + QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC).toString(Qt::ISODate).toStdString()
        + " journal=" + std::to_string(ends.journalSeq) + ":" + ends.journalHash
        + " audit=" + std::to_string(ends.auditSeq) + ":" + ends.auditHash + " key=" + key->toStdString();
    const auto signature = signedWith(hubFile(directory, "hub.key"), QByteArray::fromStdString(text));
    if (!signature)
        return signature.error();
    return text + " sig=" + signature->toBase64().toStdString();
}

Result<CheckpointReport> verifyCheckpoint(const QString &directory, std::string_view line)
{
    static const QRegularExpression kLine(QStringLiteral(
        "^(tiepdon-checkpoint-1 branch=(\\d{1,18}) at=(\\S{1,40}) journal=(\\d{1,18}):([0-9a-f]{64}) "
        "audit=(\\d{1,18}):([0-9a-f]{64}) key=([0-9A-F:]{95})) sig=([A-Za-z0-9+/=]{1,200})$"));
    const auto match = kLine.match(QString::fromUtf8(line.data(), static_cast<qsizetype>(line.size())).trimmed());
    if (!match.hasMatch())
        return Error{
            ErrorCode::BadFile, "this is no checkpoint line, or not a whole one", {{"reason", "notACheckpoint"}}};
    CheckpointReport report;
    report.noted = {match.captured(2).toLongLong(), match.captured(4).toLongLong(), match.captured(5).toStdString(),
                    match.captured(6).toLongLong(), match.captured(7).toStdString()};
    report.atMs = QDateTime::fromString(match.captured(3), Qt::ISODate).toMSecsSinceEpoch();

    const auto key = fingerprint(hubFile(directory, "hub.pem"));
    if (!key)
        return key.error();
    const QByteArray written = match.captured(9).toLatin1();
    const QByteArray signature = QByteArray::fromBase64(written);
    if (signature.toBase64() != written) // one way of writing it, so that a line cut short is seen
        return Error{
            ErrorCode::BadFile, "this is no checkpoint line, or not a whole one", {{"reason", "notACheckpoint"}}};
    const auto isSigned = isSignedBy(hubFile(directory, "hub.pem"), match.captured(1).toUtf8(), signature);
    if (!isSigned)
        return isSigned.error();
    if (match.captured(8) != *key)
        report.problems.push_back("it was signed by another hub's key than the one here");
    else if (!*isSigned)
        report.problems.push_back("its signature does not fit: the line was altered");
    const auto found = chainEndsAt(directory, report.noted.journalSeq, report.noted.auditSeq);
    if (!found)
        return found.error();
    if (found->branch != report.noted.branch)
        report.problems.push_back("it is of branch " + std::to_string(report.noted.branch) + ", the database of "
                                  + std::to_string(found->branch));
    const auto compare
        = [&report](const char *what, std::int64_t seq, const std::string &here, const std::string &noted) {
              const std::string entry = std::string(what) + " entry " + std::to_string(seq);
              if (here.empty())
                  report.problems.push_back(entry + " is missing");
              else if (here != noted)
                  report.problems.push_back(entry + " or something before it was altered");
          };
    compare("journal", report.noted.journalSeq, found->journalHash, report.noted.journalHash);
    compare("audit", report.noted.auditSeq, found->auditHash, report.noted.auditHash);
    return report;
}

} // namespace tiepdon
