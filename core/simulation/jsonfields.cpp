// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/jsonfields.h"

#include "core/base/limits.h"

#include <cmath>

namespace tiepdon {
namespace {

Error badFile(std::size_t line, const std::string &path, const std::string &reason)
{
    return {ErrorCode::BadFile,
            "line " + std::to_string(line) + (path.empty() ? "" : ", " + path) + ": " + reason,
            {{"line", std::to_string(line)}, {"field", path}, {"reason", reason}}};
}

std::string numberText(double value)
{
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

/// Goes over JSON that is known to be well-formed and notes the line of every value by its path.
class LineNotes
{
public:
    explicit LineNotes(std::string_view text) : m_text(text) { }

    std::optional<Error> note(std::map<std::string, std::size_t> &lines)
    {
        value({}, lines);
        return std::move(m_error);
    }

private:
    void skipBlanks()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\n')
                ++m_line;
            else if (c != ' ' && c != '\t' && c != '\r')
                return;
        }
    }

    bool take(char c)
    {
        skipBlanks();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    /// A text, its escapes left as they are written.
    std::string text()
    {
        const std::size_t from = ++m_at;
        while (m_at < m_text.size() && m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2U : 1U;
        return std::string(m_text.substr(from, m_at++ - from));
    }

    void value(const std::string &path, std::map<std::string, std::size_t> &lines)
    {
        skipBlanks();
        if (!lines.emplace(path, m_line).second && !m_error)
            m_error = badFile(m_line, path, "stands twice");
        if (m_at >= m_text.size())
            return;
        if (take('{')) {
            while (!take('}') && m_at < m_text.size()) {
                skipBlanks();
                const std::string field = text();
                take(':');
                value(detail::childPath(path, field), lines);
                take(',');
            }
        } else if (take('[')) {
            for (std::size_t i = 0; !take(']') && m_at < m_text.size(); ++i) {
                value(path + "[" + std::to_string(i) + "]", lines);
                take(',');
            }
        } else if (m_text[m_at] == '"') {
            text();
        } else {
            m_at = std::min(m_text.find_first_of(" \t\r\n,]}", m_at), m_text.size());
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::optional<Error> m_error;
};

} // namespace

Result<JsonFile> JsonFile::from(std::string_view text)
{
    JsonFile file;
    if (auto parsed = parseJson(text); parsed) {
        file.m_root = std::move(parsed).value();
    } else if (parsed.error().code == ErrorCode::TooLarge) {
        return badFile(1, {}, parsed.error().message);
    } else {
        try {
            file.m_root = Json::parse(text.begin(), text.end());
        } catch (const Json::parse_error &error) {
            const std::size_t at = std::min(text.size(), error.byte);
            const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
            return badFile(static_cast<std::size_t>(lines) + 1, {}, "is not JSON here");
        }
    }
    if (auto error = LineNotes(text).note(file.m_lines))
        return *std::move(error);
    return file;
}

std::size_t JsonFile::line(std::string path) const
{
    for (;;) {
        if (const auto it = m_lines.find(path); it != m_lines.end())
            return it->second;
        if (path.empty())
            return 1;
        const std::size_t end = path.find_last_of(".[");
        path.erase(end == std::string::npos ? 0 : end);
    }
}

void JsonFile::mistake(const std::string &path, const std::string &reason)
{
    if (!m_error)
        m_error = badFile(line(path), path, reason);
}

JsonFields::JsonFields(JsonFile &file, const Json &value, std::string path) : m_file(file), m_path(std::move(path))
{
    if (value.is_object())
        m_object = &value;
    else
        m_file.mistake(m_path, "must be an object");
}

bool JsonFields::has(const char *field) { return take(field, false) != nullptr; }

std::string JsonFields::path(const char *field) const { return detail::childPath(m_path, field); }

const Json *JsonFields::take(const char *field, bool isNeeded)
{
    m_known.insert(field);
    if (!m_object)
        return nullptr;
    const auto it = m_object->find(field);
    if (it != m_object->end())
        return &*it;
    if (isNeeded)
        m_file.mistake(path(field), "is missing");
    return nullptr;
}

std::string JsonFields::text(const char *field)
{
    const Json *value = take(field, true);
    return value ? textIn(m_file, *value, path(field)) : std::string();
}

std::string JsonFields::textOr(const char *field, const std::string &fallback)
{
    return has(field) ? text(field) : fallback;
}

double JsonFields::number(const char *field, double low, double high)
{
    const Json *value = take(field, true);
    return value ? numberIn(m_file, *value, path(field), low, high) : low;
}

double JsonFields::numberOr(const char *field, double fallback, double low, double high)
{
    return has(field) ? number(field, low, high) : fallback;
}

std::int64_t JsonFields::whole(const char *field, std::int64_t low, std::int64_t high)
{
    const double value = number(field, static_cast<double>(low), static_cast<double>(high));
    if (value != std::floor(value))
        m_file.mistake(path(field), "must be a whole number");
    return static_cast<std::int64_t>(value);
}

std::int64_t JsonFields::wholeOr(const char *field, std::int64_t fallback, std::int64_t low, std::int64_t high)
{
    return has(field) ? whole(field, low, high) : fallback;
}

TimeMs JsonFields::timeOfDay(const char *field)
{
    const Json *value = take(field, true);
    return value ? timeOfDayIn(m_file, *value, path(field)) : 0;
}

std::vector<double> JsonFields::numbers(const char *field, double low, double high)
{
    std::vector<double> list;
    each(field, true,
         [&](const Json &value, const std::string &at) { list.push_back(numberIn(m_file, value, at, low, high)); });
    return list;
}

void JsonFields::each(const char *field, bool isNeeded,
                      const std::function<void(const Json &, const std::string &)> &take_)
{
    const Json *list = take(field, isNeeded);
    if (!list)
        return;
    if (!list->is_array() || (isNeeded && list->empty())) {
        m_file.mistake(path(field), list->is_array() ? "must not be empty" : "must be a list");
        return;
    }
    for (std::size_t i = 0; i < list->size() && !m_file.error(); ++i)
        take_((*list)[i], path(field) + "[" + std::to_string(i) + "]");
}

void JsonFields::eachOf(const char *field,
                        const std::function<void(const std::string &, const Json &, const std::string &)> &take_)
{
    const Json *object = take(field, false);
    if (!object)
        return;
    if (!object->is_object()) {
        m_file.mistake(path(field), "must be an object");
        return;
    }
    for (auto it = object->begin(); it != object->end(); ++it)
        take_(it.key(), it.value(), detail::childPath(path(field), it.key()));
}

JsonFields JsonFields::object(const char *field)
{
    static const Json kNone = Json::object();
    const Json *value = take(field, true);
    return {m_file, value ? *value : kNone, path(field)};
}

void JsonFields::mistake(const char *field, const std::string &reason) { m_file.mistake(path(field), reason); }

void JsonFields::refuseUnknown()
{
    if (!m_object)
        return;
    for (auto it = m_object->begin(); it != m_object->end(); ++it) {
        if (!m_known.contains(it.key()))
            m_file.mistake(detail::childPath(m_path, it.key()), "is not known");
    }
}

double numberIn(JsonFile &file, const Json &value, const std::string &path, double low, double high)
{
    const double number = value.is_number() ? value.get<double>() : low;
    if (!value.is_number())
        file.mistake(path, "must be a number");
    else if (!(number >= low && number <= high))
        file.mistake(path, "must be between " + numberText(low) + " and " + numberText(high));
    else
        return number;
    return low;
}

std::string textIn(JsonFile &file, const Json &value, const std::string &path)
{
    if (value.is_string() && !value.get_ref<const std::string &>().empty()
        && value.get_ref<const std::string &>().size() <= limits::kNameCharactersMax)
        return value.get<std::string>();
    file.mistake(path, value.is_string() ? "must be a short text" : "must be text");
    return {};
}

TimeMs timeOfDayIn(JsonFile &file, const Json &value, const std::string &path)
{
    const std::string text = value.is_string() ? value.get<std::string>() : std::string();
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    if (text.size() == 5 && digit(0) && digit(1) && text[2] == ':' && digit(3) && digit(4)) {
        const TimeMs hours = (text[0] - '0') * 10 + text[1] - '0';
        const TimeMs minutes = (text[3] - '0') * 10 + text[4] - '0';
        const TimeMs at = hours * kHourMs + minutes * kMinuteMs;
        if (minutes < 60 && at <= kDayMs)
            return at;
    }
    file.mistake(path, "must be a time of day like \"09:30\"");
    return 0;
}

} // namespace tiepdon
