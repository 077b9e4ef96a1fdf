// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/supervisor/settings/settinggrid.h"

#include "app/supervisor/settings/settingform.h"
#include "app/supervisor/settings/settingwords.h"
#include "core/base/limits.h"
#include "ui/session/language.h"

#include <QLocale>

#include <algorithm>
#include <map>

namespace tiepdon {
namespace {

/// Parts of a kind that are not to go.
std::vector<PartKey> standing(const SettingDraft &draft, SettingKind kind)
{
    std::vector<PartKey> keys = draft.keys(kind);
    std::erase_if(keys, [&](const PartKey &key) { return draft.part(key).is_null(); });
    return keys;
}

/// The item of a list of objects whose `field` is `id`; null for none.
Json itemOf(const Json &list, const char *field, std::int64_t id)
{
    for (const Json &item : list) {
        if (item.value(field, std::int64_t(0)) == id)
            return item;
    }
    return {};
}

/// The list with the item of `id` replaced; taken out for null.
Json withItem(Json list, const char *field, std::int64_t id, const Json &item)
{
    Json changed = Json::array();
    bool isIn = false;
    for (Json &each : list) {
        if (each.value(field, std::int64_t(0)) != id) {
            changed.push_back(std::move(each));
        } else {
            isIn = true;
            if (!item.is_null())
                changed.push_back(item);
        }
    }
    if (!isIn && !item.is_null())
        changed.push_back(item);
    return changed;
}

class SkillsGrid : public SettingGridModel
{
public:
    using SettingGridModel::SettingGridModel;

protected:
    [[nodiscard]] std::vector<PartKey> rows() const override { return standing(m_draft, SettingKind::Staff); }
    [[nodiscard]] QStringList columns() const override
    {
        QStringList names;
        for (const PartKey &key : standing(m_draft, SettingKind::Service))
            names << partName(key.kind, m_draft.part(key));
        return names;
    }
    [[nodiscard]] Cell cell(const PartKey &row, int column) const override
    {
        const PartKey service = standing(m_draft, SettingKind::Service).at(static_cast<std::size_t>(column));
        const std::int64_t level = levelIn(m_draft.part(row), service.id);
        const auto needed = m_draft.part(service).value("neededSkill", std::int64_t(0));
        Cell cell{row, QStringLiteral("skills"), QString::number(level)};
        cell.isInherited = level == 0;
        cell.isMissing = level < needed;
        cell.isChanged = m_draft.isChanged(row) && levelIn(m_draft.saved(row), service.id) != level;
        if (cell.isMissing)
            cell.text = SettingGridModel::tr("%1 (needs %2)").arg(level).arg(needed);
        return cell;
    }
    QString type(const PartKey &row, int column, const QString &typed) override
    {
        bool isNumber = false;
        const qlonglong level = typed.isEmpty() ? 0 : typed.toLongLong(&isNumber);
        if ((!typed.isEmpty() && !isNumber) || level < 0 || level > 3)
            return SettingGridModel::tr("A skill is 0 (none), 1 (learning), 2 (able) or 3 (expert).");
        const PartKey service = standing(m_draft, SettingKind::Service).at(static_cast<std::size_t>(column));
        Json item;
        if (level > 0)
            item = Json{{"service", service.id}, {"level", std::int64_t(level)}};
        m_draft.set(row, QStringLiteral("skills"),
                    withItem(m_draft.part(row)["skills"], "service", service.id, item));
        return {};
    }

private:
    static std::int64_t levelIn(const Json &staff, std::int64_t service)
    {
        if (staff.is_null())
            return 0;
        const Json item = itemOf(staff["skills"], "service", service);
        return item.is_null() ? 0 : item.value("level", std::int64_t(0));
    }
};

/// The wait promised by each service to ordinary people and each segment, in minutes.
class LevelsGrid : public SettingGridModel
{
public:
    using SettingGridModel::SettingGridModel;

protected:
    [[nodiscard]] std::vector<PartKey> rows() const override { return standing(m_draft, SettingKind::Service); }
    [[nodiscard]] QStringList columns() const override
    {
        QStringList names{SettingGridModel::tr("Ordinary customers")};
        for (const PartKey &key : standing(m_draft, SettingKind::Segment))
            names << partName(key.kind, m_draft.part(key));
        return names;
    }
    [[nodiscard]] Cell cell(const PartKey &row, int column) const override
    {
        const Json service = m_draft.part(row);
        const Json saved = m_draft.saved(row);
        if (column == 0) {
            const Json level = service["serviceLevelMs"];
            Cell cell{row, QStringLiteral("serviceLevelMs"), shown(level)};
            cell.isChanged = m_draft.isChanged(row) && (saved.is_null() || saved["serviceLevelMs"] != level);
            return cell;
        }
        const PartKey segment = segmentAt(column);
        const TimeMs own = ownLevel(service, segment.id);
        Cell cell{row, QStringLiteral("promises")};
        cell.isInherited = own == 0;
        cell.isChanged = m_draft.isChanged(row) && ownLevel(saved, segment.id) != own;
        const TimeMs general = m_draft.part(segment).value("serviceLevelMs", Json(0)).is_number()
            ? m_draft.part(segment)["serviceLevelMs"].get<TimeMs>()
            : 0;
        cell.text = own > 0 ? minutesTyped(own)
            : general > 0   ? minutesTyped(general)
                            : shown(service["serviceLevelMs"]);
        return cell;
    }
    QString type(const PartKey &row, int column, const QString &typed) override
    {
        const auto time = minutesFrom(typed);
        const bool isOff = column > 0 && (typed.isEmpty() || time == TimeMs(0));
        if (!isOff && (!time || *time < kSecondMs || *time > limits::kServiceMsMax))
            return SettingGridModel::tr(
                "Type minutes, like 5, or minutes and seconds, like 1:30; empty where nothing special holds.");
        if (column == 0) {
            m_draft.set(row, QStringLiteral("serviceLevelMs"), *time);
            return {};
        }
        const std::int64_t segment = segmentAt(column).id;
        const Json list = m_draft.part(row)["promises"];
        Json item = itemOf(list, "segment", segment);
        if (item.is_null())
            item = Json{{"segment", segment}, {"serviceLevelMs", TimeMs(0)}, {"weightPermille", std::int64_t(0)}};
        item["serviceLevelMs"] = isOff ? TimeMs(0) : *time;
        if (isOff && item["weightPermille"] == Json(0))
            item = Json();
        m_draft.set(row, QStringLiteral("promises"), withItem(list, "segment", segment, item));
        return {};
    }

private:
    [[nodiscard]] PartKey segmentAt(int column) const
    {
        return standing(m_draft, SettingKind::Segment).at(static_cast<std::size_t>(column - 1));
    }
    static QString shown(const Json &level)
    {
        return level.is_number() ? minutesTyped(level.get<TimeMs>()) : fromUtf8(level.get<std::string>());
    }
    static TimeMs ownLevel(const Json &service, std::int64_t segment)
    {
        if (service.is_null())
            return 0;
        const Json item = itemOf(service["promises"], "segment", segment);
        const Json level = item.is_null() ? Json(0) : item.value("serviceLevelMs", Json(0));
        return level.is_number() ? level.get<TimeMs>() : 0;
    }
};

/// Every name the branch shows to people, in both languages.
class TextsGrid : public SettingGridModel
{
public:
    using SettingGridModel::SettingGridModel;

protected:
    [[nodiscard]] std::vector<PartKey> rows() const override
    {
        std::vector<PartKey> all{PartKey{}};
        for (const SettingKind kind :
             {SettingKind::Group, SettingKind::Service, SettingKind::Profile, SettingKind::Zone,
              SettingKind::Segment, SettingKind::PriorityReason, SettingKind::Outcome}) {
            const std::vector<PartKey> keys = standing(m_draft, kind);
            all.insert(all.end(), keys.begin(), keys.end());
        }
        return all;
    }
    [[nodiscard]] QString rowName(const PartKey &row) const override
    {
        const QString kind = kindWord(row.kind);
        return row.kind == SettingKind::Branch ? kind : QStringLiteral("%1 %2").arg(kind).arg(row.id);
    }
    [[nodiscard]] QStringList columns() const override
    {
        return {SettingGridModel::tr("Name, Vietnamese"), SettingGridModel::tr("Name, English"),
                SettingGridModel::tr("To bring, Vietnamese"), SettingGridModel::tr("To bring, English")};
    }
    [[nodiscard]] Cell cell(const PartKey &row, int column) const override
    {
        const bool isBring = column >= 2;
        if (isBring && row.kind != SettingKind::Service)
            return {row};
        const QString path = pathOf(column);
        const Json part = m_draft.part(row);
        Cell cell{row, path, textAt(part, path)};
        cell.isChanged = m_draft.isChanged(row) && textAt(m_draft.saved(row), path) != cell.text;
        const bool isWanted = !isBring || !textAt(part, pathOf(2)).isEmpty();
        cell.isMissing = column % 2 == 1 && cell.text.isEmpty() && isWanted;
        if (cell.isMissing)
            cell.text = SettingGridModel::tr("missing");
        return cell;
    }
    QString type(const PartKey &row, int column, const QString &typed) override
    {
        if (column == 0 && typed.isEmpty())
            return SettingGridModel::tr("A Vietnamese name is needed; English may be missing.");
        if (typed.size() > static_cast<qsizetype>(limits::kNameCharactersMax))
            return SettingGridModel::tr("This is too long.");
        m_draft.set(row, pathOf(column), typed.toStdString());
        return {};
    }

private:
    static QString pathOf(int column)
    {
        static const char *const paths[] = {"name.vi", "name.en", "bring.vi", "bring.en"};
        return QLatin1String(paths[column]);
    }
    static QString textAt(const Json &part, const QString &path)
    {
        const Json value = part.is_null() ? Json() : valueAt(part, path);
        return value.is_string() ? fromUtf8(value.get<std::string>()) : QString();
    }
};

/// A row per service, by its letter, with how far its numbers have come today.
class SeriesGrid : public SettingGridModel
{
public:
    using SettingGridModel::SettingGridModel;

protected:
    [[nodiscard]] std::vector<PartKey> rows() const override
    {
        std::vector<PartKey> keys = standing(m_draft, SettingKind::Service);
        std::stable_sort(keys.begin(), keys.end(),
                         [this](const PartKey &a, const PartKey &b) { return seriesOf(a) < seriesOf(b); });
        return keys;
    }
    [[nodiscard]] QStringList columns() const override
    {
        return {SettingGridModel::tr("Series"), SettingGridModel::tr("Shared with"),
                SettingGridModel::tr("Last number today"), SettingGridModel::tr("Open now"),
                SettingGridModel::tr("Given today")};
    }
    [[nodiscard]] Cell cell(const PartKey &row, int column) const override
    {
        const std::string series = seriesOf(row);
        const BranchState &branch = m_draft.branch();
        Cell cell{row};
        if (column == 0)
            cell.text = fromUtf8(series);
        if (column == 1) {
            QStringList others;
            for (const PartKey &each : rows()) {
                if (!(each == row) && seriesOf(each) == series)
                    others << partName(each.kind, m_draft.part(each));
            }
            cell.text = others.isEmpty() ? SettingGridModel::tr("nobody") : others.join(QStringLiteral(", "));
            cell.isInherited = others.isEmpty();
        }
        if (column == 2)
            cell.text = branch.lastSerial(series) == 0
                ? SettingGridModel::tr("none")
                : fromUtf8(series) + QLocale().toString(qlonglong(branch.lastSerial(series)));
        if (column == 3)
            cell.text = QLocale().toString(qlonglong(branch.openInSeries(series)));
        if (column == 4)
            cell.text = QLocale().toString(qlonglong(branch.serviceDay(ServiceId{row.id}).issued));
        cell.isChanged = column == 0 && m_draft.isChanged(row)
            && (m_draft.isNew(row) || m_draft.saved(row)["series"] != m_draft.part(row)["series"]);
        return cell;
    }
    QString type(const PartKey &, int, const QString &) override { return {}; }

private:
    [[nodiscard]] std::string seriesOf(const PartKey &key) const
    {
        return m_draft.part(key).value("series", std::string());
    }
};

} // namespace

SettingGridModel *makeGrid(Subject subject, SettingDraft &draft, QObject *parent)
{
    if (subject == Subject::Skills)
        return new SkillsGrid(draft, parent);
    if (subject == Subject::Levels)
        return new LevelsGrid(draft, parent);
    if (subject == Subject::Texts)
        return new TextsGrid(draft, parent);
    return new SeriesGrid(draft, parent);
}

} // namespace tiepdon
