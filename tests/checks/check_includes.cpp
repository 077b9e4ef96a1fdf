// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the sources and goes red when a layer reaches upward, when SQL leaves the store, when Qt enters the
// core that has none, or when a file stands or begins where or as it should not.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

const QStringList kTopLevel
    = {u"CMakeLists.txt"_qs, u"CMakePresets.json"_qs, u"README.md"_qs, u"app"_qs,      u"core"_qs, u"ui"_qs,
       u"resources"_qs,      u"translations"_qs,      u"tests"_qs,     u"packaging"_qs};

/// What each layer may include of the others; its own folder is always allowed.
const QMap<QString, QStringList> &allowedLayers()
{
    static const QStringList kDomain = {u"core/base"_qs};
    static const QStringList kEngine = kDomain + QStringList{u"core/domain"_qs};
    static const QStringList kEstimate
        = kEngine + QStringList{u"core/queue"_qs, u"core/access"_qs, u"core/formulas"_qs};
    static const QStringList kWire
        = kEstimate + QStringList{u"core/alerting"_qs, u"core/customer"_qs, u"core/estimate"_qs};
    static const QStringList kStore = kWire + QStringList{u"core/wire"_qs};
    static const QStringList kUi = kStore + QStringList{u"core/client"_qs};
    static const QStringList kDesktop = kUi + QStringList{u"ui"_qs};
    static const QStringList kHub = kStore + QStringList{u"core/simulation"_qs, u"core/store"_qs, u"core/hub"_qs};
    static const QString kTls = u"core/tls"_qs;
    static const QMap<QString, QStringList> kAllowed = {
        {u"core/base"_qs, {}},
        {u"core/domain"_qs, kDomain},
        {u"core/access"_qs, kEngine},
        {u"core/queue"_qs, kEngine},
        {u"core/formulas"_qs, kDomain},
        {u"core/estimate"_qs, kEstimate},
        {u"core/simulation"_qs, kStore},
        {u"core/alerting"_qs, kEngine + QStringList{u"core/queue"_qs}},
        {u"core/customer"_qs, kEngine + QStringList{u"core/access"_qs}},
        {u"core/wire"_qs, kWire},
        {kTls, kDomain},
        {u"core/store"_qs, kStore + QStringList{u"core/simulation"_qs}},
        {u"core/hub"_qs, kStore + QStringList{u"core/simulation"_qs, u"core/store"_qs, kTls}},
        {u"core/client"_qs, kStore + QStringList{kTls}},
        {u"ui"_qs, kUi},
        {u"app/hub"_qs, kHub},
        {u"app/ctl"_qs, kHub + QStringList{u"core/client"_qs, kTls}},
        {u"app/teller"_qs, kDesktop},
        {u"app/lobby"_qs, kDesktop},
        {u"app/kiosk"_qs, kDesktop},
        {u"app/supervisor"_qs, kDesktop},
    };
    return kAllowed;
}

const QStringList kWithoutJson
    = {u"core/base"_qs,     u"core/domain"_qs,   u"core/access"_qs,   u"core/queue"_qs,
       u"core/alerting"_qs, u"core/customer"_qs, u"core/formulas"_qs, u"core/estimate"_qs};
const QStringList kWithoutQt = kWithoutJson + QStringList{u"core/wire"_qs, u"core/simulation"_qs};

/// "core/queue" of "core/queue/state.h", "ui" of "ui/theme/theme.h", "" of what is no layer.
QString layerOf(const QString &path)
{
    if (path.startsWith(u"ui/"))
        return u"ui"_qs;
    if (path.startsWith(u"core/") || path.startsWith(u"app/"))
        return path.section(u'/', 0, 1);
    return {};
}

bool isCode(const QString &path) { return path.endsWith(u".cpp") || path.endsWith(u".h"); }

QString withoutComments(const QString &text)
{
    // texts are matched first, so that "//" in one is no comment
    static const QRegularExpression kPattern(uR"re(("(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/)re"_qs,
                                             QRegularExpression::DotMatchesEverythingOption);
    QString bare;
    qsizetype from = 0;
    for (auto it = kPattern.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        bare += QStringView(text).mid(from, match.capturedStart() - from);
        bare += match.captured(1);
        from = match.capturedEnd();
    }
    bare += QStringView(text).mid(from);
    return bare;
}

/// What is wrong with the includes and the SQL of one file.
QStringList codeFaults(const QString &path, const QString &text)
{
    QStringList faults;
    const QString layer = layerOf(path);
    if (layer.isEmpty())
        return faults;
    if (!allowedLayers().contains(layer))
        return {path + u": "_qs + layer + u" is no layer known"_qs};
    const QString bare = withoutComments(text);

    static const QRegularExpression kInclude(uR"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"])"_qs,
                                             QRegularExpression::MultilineOption);
    for (auto it = kInclude.globalMatch(bare); it.hasNext();) {
        const QString file = it.next().captured(2);
        const QString target = layerOf(file);
        if (file.startsWith(u"tests/") || file.contains(u"..") || file.startsWith(u'/'))
            faults << path + u": includes "_qs + file;
        if (!target.isEmpty() && target != layer && !allowedLayers().value(layer).contains(target))
            faults << path + u": reaches upward to "_qs + file;
        static const QRegularExpression kQt(u"^(Qt?[A-Z].*|q(?!rencode)[a-z]+\\.h|qt.*)$"_qs);
        if (kWithoutQt.contains(layer) && kQt.match(file).hasMatch())
            faults << path + u": includes Qt: "_qs + file;
        if (kWithoutJson.contains(layer) && (file.startsWith(u"nlohmann/") || file.startsWith(u"toml++/")))
            faults << path + u": reads formats: "_qs + file;
        if (layer != u"core/store"
            && (file.startsWith(u"QSql") || file.startsWith(u"QtSql") || file.startsWith(u"sqlite3")))
            faults << path + u": SQL outside the store: "_qs + file;
    }
    static const QRegularExpression kSql(
        u"\\bQSql[A-Z]\\w*(?!.*>)|\"[^\"\\n]*\\b(SELECT\\s|(?i:SELECT\\s[^\"\\n]*\\sFROM\\s|INSERT\\s+INTO\\s|"
        u"DELETE\\s+FROM\\s|"
        "UPDATE\\s+\\w+\\s+SET\\s|(CREATE|ALTER|DROP)\\s+TABLE\\s|PRAGMA\\s|BEGIN\\s+IMMEDIATE))"_qs);
    if (layer != u"core/store") {
        if (const auto match = kSql.match(bare); match.hasMatch())
            faults << path + u": SQL outside the store: "_qs + match.captured(0);
    }
    return faults;
}

/// What is wrong with how a file begins.
QStringList styleFaults(const QString &path, const QString &text)
{
    QStringList faults;
    const QString name = path.section(u'/', -1);
    const bool wantsLicence = isCode(path) || name == u"CMakeLists.txt" || name.endsWith(u".cmake")
        || name.endsWith(u".sh") || name.endsWith(u".sql") || text.startsWith(u"#!");
    const QString beginning = text.section(u'\n', 0, 2);
    if (wantsLicence && !beginning.contains(u"SPDX-License-Identifier: GPL-3.0-or-later"))
        faults << path + u": begins without its licence line"_qs;
    if (name.endsWith(u".h") && !text.section(u'\n', 0, 4).contains(u"#pragma once"))
        faults << path + u": a header without #pragma once"_qs;
    if (isCode(path) && name != name.toLower())
        faults << path + u": file names are in lower case"_qs;
    return faults;
}

QStringList topLevelFaults(const QStringList &entries)
{
    QStringList faults;
    for (const QString &entry : entries) {
        if (!entry.startsWith(u'.') && entry != u"build" && !kTopLevel.contains(entry)) // git ignores build
            faults << entry + u": not a part of the top level"_qs;
    }
    return faults;
}

} // namespace

class CheckIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCheckGoesRed_data();
    void theCheckGoesRed();
    void theCheckStaysGreen_data();
    void theCheckStaysGreen();
    void theSourcesAreSound();
};

void CheckIncludes::theCheckGoesRed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isStyle");
    const auto row = [](const char *name, const QString &path, const QString &line) {
        QTest::newRow(name) << path << line << false;
    };
    const auto styleRow = [](const char *name, const QString &path, const QString &line) {
        QTest::newRow(name) << path << line << true;
    };
    row("base reaches domain", u"core/base/x.h"_qs, u"#include \"core/domain/ticket.h\""_qs);
    row("domain reaches queue", u"core/domain/x.h"_qs, u"#include \"core/queue/state.h\""_qs);
    row("queue reaches wire", u"core/queue/x.cpp"_qs, u"#include \"core/wire/json.h\""_qs);
    row("queue reaches its neighbour", u"core/queue/x.cpp"_qs, u"#include \"core/customer/x.h\""_qs);
    row("access reaches wire", u"core/access/x.cpp"_qs, u"#include \"core/wire/json.h\""_qs);
    row("access reaches its neighbour", u"core/access/x.cpp"_qs, u"#include \"core/queue/command.h\""_qs);
    row("queue reaches the estimate", u"core/queue/x.cpp"_qs, u"#include \"core/estimate/conformal.h\""_qs);
    row("a formula reaches the queue", u"core/formulas/x.cpp"_qs, u"#include \"core/queue/state.h\""_qs);
    row("the estimate reaches wire", u"core/estimate/x.cpp"_qs, u"#include \"core/wire/json.h\""_qs);
    row("the simulation reaches the store", u"core/simulation/x.cpp"_qs, u"#include \"core/store/store.h\""_qs);
    row("JSON in the estimate", u"core/estimate/x.h"_qs, u"#include <nlohmann/json.hpp>"_qs);
    row("Qt in the simulation", u"core/simulation/x.h"_qs, u"#include <QString>"_qs);
    row("queue reaches access", u"core/queue/x.cpp"_qs, u"#include \"core/access/role.h\""_qs);
    row("tls reaches wire", u"core/tls/x.cpp"_qs, u"#include \"core/wire/enrolmentcode.h\""_qs);
    row("the store reaches tls", u"core/store/x.cpp"_qs, u"#include \"core/tls/x.h\""_qs);
    row("a window reaches tls", u"app/teller/x.cpp"_qs, u"#include \"core/tls/x.h\""_qs);
    row("wire reaches store", u"core/wire/x.cpp"_qs, u"#include \"core/store/store.h\""_qs);
    row("wire reaches client", u"core/wire/x.cpp"_qs, u"#include \"core/client/branchlink.h\""_qs);
    row("store reaches hub", u"core/store/x.cpp"_qs, u"#include \"core/hub/hub.h\""_qs);
    row("hub reaches client", u"core/hub/x.cpp"_qs, u"#include \"core/client/hubclient.h\""_qs);
    row("client reaches hub", u"core/client/x.cpp"_qs, u"#include \"core/hub/hub.h\""_qs);
    row("client reaches store", u"core/client/x.cpp"_qs, u"#include \"core/store/store.h\""_qs);
    row("client reaches ui", u"core/client/x.cpp"_qs, u"#include \"ui/theme/theme.h\""_qs);
    row("ui reaches store", u"ui/models/x.cpp"_qs, u"#include \"core/store/store.h\""_qs);
    row("ui reaches an app", u"ui/models/x.cpp"_qs, u"#include \"app/teller/window.h\""_qs);
    row("the teller reaches the store", u"app/teller/x.cpp"_qs, u"#include \"core/store/store.h\""_qs);
    row("the lobby reaches the hub", u"app/lobby/x.cpp"_qs, u"#include \"core/hub/hub.h\""_qs);
    row("the kiosk reaches the hub", u"app/kiosk/x.cpp"_qs, u"#include \"core/hub/hub.h\""_qs);
    row("the supervisor reaches the store", u"app/supervisor/x.cpp"_qs, u"#include \"core/store/verify.h\""_qs);
    row("the hub reaches ui", u"app/hub/main.cpp"_qs, u"#include \"ui/theme/theme.h\""_qs);
    row("one app reaches another", u"app/teller/x.cpp"_qs, u"#include \"app/lobby/window.h\""_qs);
    row("product code reaches a test", u"core/hub/x.cpp"_qs, u"#include \"tests/queue/fixture.h\""_qs);
    row("a relative include", u"core/queue/x.cpp"_qs, u"#include \"../wire/json.h\""_qs);
    row("a blank before the include", u"core/base/x.h"_qs, u"  #  include <core/queue/state.h>"_qs);
    row("Qt in base", u"core/base/x.h"_qs, u"#include <QString>"_qs);
    row("Qt by its module in wire", u"core/wire/x.h"_qs, u"#include <QtCore/QString>"_qs);
    row("Qt by its small name in queue", u"core/queue/x.h"_qs, u"#include <qglobal.h>"_qs);
    row("Qt in access", u"core/access/x.h"_qs, u"#include <QObject>"_qs);
    row("JSON in access", u"core/access/x.h"_qs, u"#include <nlohmann/json.hpp>"_qs);
    row("JSON in queue", u"core/queue/x.h"_qs, u"#include <nlohmann/json.hpp>"_qs);
    row("SQL headers in hub", u"core/hub/x.cpp"_qs, u"#include <QSqlQuery>"_qs);
    row("SQL types in an app", u"app/hub/x.cpp"_qs, u"QSqlDatabase db;"_qs);
    row("SQL words in hub", u"core/hub/x.cpp"_qs, u"run(\"SELECT x FROM y\");"_qs);
    row("small SQL words in the command line", u"app/ctl/x.cpp"_qs, u"run(\"insert into y values(1)\");"_qs);
    row("a pragma in an app", u"app/ctl/x.cpp"_qs, u"run(\"PRAGMA journal_mode\");"_qs);
    row("a folder nobody knows", u"core/helpers/x.cpp"_qs, u"int x;"_qs);
    styleRow("no licence", u"core/base/y.cpp"_qs, QString());
    styleRow("a header without its guard", u"core/base/y.h"_qs, u"// SPDX-License-Identifier: GPL-3.0-or-later"_qs);
    styleRow("a list file without licence", u"core/base/CMakeLists.txt"_qs, QString());
    styleRow("a script without licence", u"packaging/demo"_qs, u"#!/bin/sh"_qs);
    styleRow("a file name with a capital", u"core/base/Clock.cpp"_qs,
             u"// SPDX-License-Identifier: GPL-3.0-or-later"_qs);
}

void CheckIncludes::theCheckGoesRed()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);
    QFETCH(const bool, isStyle);
    const QStringList faults = isStyle ? styleFaults(path, line) : codeFaults(path, line);
    QCOMPARE(faults.size(), qsizetype(1));
    QVERIFY(faults.first().startsWith(path));
}

void CheckIncludes::theCheckStaysGreen_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    const auto row
        = [](const char *name, const QString &path, const QString &line) { QTest::newRow(name) << path << line; };
    row("downward", u"core/wire/x.cpp"_qs, u"#include \"core/queue/engine.h\""_qs);
    row("its own folder", u"core/hub/x.cpp"_qs, u"#include \"core/hub/hub.h\""_qs);
    row("the hub's store", u"core/hub/x.cpp"_qs, u"#include \"core/store/store.h\""_qs);
    row("the command line's client and store", u"app/ctl/x.cpp"_qs,
        u"#include \"core/client/hubclient.h\"\n#include \"core/store/verify.h\""_qs);
    row("the wire's roles", u"core/wire/x.cpp"_qs, u"#include \"core/access/role.h\""_qs);
    row("the hub's certificates", u"core/hub/x.cpp"_qs, u"#include \"core/tls/x.h\""_qs);
    row("the client's certificates", u"core/client/x.cpp"_qs, u"#include \"core/tls/x.h\""_qs);
    row("the command line's certificates", u"app/ctl/x.cpp"_qs, u"#include \"core/tls/x.h\""_qs);
    row("Qt and OpenSSL in tls", u"core/tls/x.cpp"_qs,
        u"#include <QByteArray>\n#include <openssl/x509.h>\n#include \"core/base/result.h\""_qs);
    row("Qt above the wire", u"core/client/x.h"_qs, u"#include <QObject>"_qs);
    row("the standard library", u"core/base/x.h"_qs, u"#include <queue>\n#include <utf8proc.h>"_qs);
    row("SQL in the store", u"core/store/x.cpp"_qs, u"#include <QSqlQuery>\nexec(\"SELECT a FROM b\");"_qs);
    row("an include that is a comment", u"core/base/x.h"_qs,
        u"// #include <QString>\n/* #include \"core/hub/hub.h\" */"_qs);
    row("plain words", u"core/hub/x.cpp"_qs, u"log(\"select a counter, update it\"); // SELECT x FROM y"_qs);
    row("a test", u"tests/store/tst_x.cpp"_qs, u"#include <QSqlQuery>\nexec(\"SELECT a FROM b\");"_qs);
}

void CheckIncludes::theCheckStaysGreen()
{
    QFETCH(const QString, path);
    QFETCH(const QString, line);
    QCOMPARE(codeFaults(path, line), QStringList());
    QCOMPARE(topLevelFaults({u"core"_qs, u".gitignore"_qs, u"build"_qs}), QStringList());
    QCOMPARE(topLevelFaults({u"notes.txt"_qs, u"core"_qs, u"doc"_qs}).size(), qsizetype(2));
}

void CheckIncludes::theSourcesAreSound()
{
    const QDir root(QStringLiteral(TIEPDON_SOURCE_DIR));
    QStringList faults = topLevelFaults(root.entryList(QDir::AllEntries | QDir::NoDotAndDotDot));
    int codeFiles = 0;
    for (const QString &folder : kTopLevel) {
        QStringList files;
        if (QFileInfo(root.filePath(folder)).isFile())
            files << folder;
        for (QDirIterator it(root.filePath(folder), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
            files << root.relativeFilePath(it.next());
        for (const QString &path : files) {
            QFile file(root.filePath(path));
            if (!file.open(QIODevice::ReadOnly)) {
                faults << path + u": cannot be read"_qs;
                continue;
            }
            const QString text = QString::fromUtf8(file.readAll());
            faults << styleFaults(path, text);
            if (isCode(path)) {
                ++codeFiles;
                faults << codeFaults(path, text);
            }
        }
    }
    QVERIFY2(codeFiles > 40, "the sources were not found");
    QVERIFY2(faults.isEmpty(), qPrintable(u"\n"_qs + faults.join(u'\n')));
}

QTEST_APPLESS_MAIN(CheckIncludes)
#include "check_includes.moc"
