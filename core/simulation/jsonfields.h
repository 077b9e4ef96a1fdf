// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/wire/json.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Reading JSON that people write, with mistakes named by line and field.

namespace tiepdon {

/// A JSON text with the line of every value, and the first mistake anybody found in it.
class JsonFile
{
public:
    /// BadFile ("line", "field", "reason") for what is no JSON, or gives a field twice.
    static Result<JsonFile> from(std::string_view text);

    [[nodiscard]] const Json &root() const { return m_root; }
    /// Line of the value at a path like "services[2].name", from 1; of the nearest value around it when there is
    /// none.
    [[nodiscard]] std::size_t line(std::string path) const;
    /// Keeps the first.
    void mistake(const std::string &path, const std::string &reason);
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    Json m_root;
    std::map<std::string, std::size_t> m_lines;
    std::optional<Error> m_error;
};

/// Reads one object field by field; after a mistake every read gives a default. Borrows the file.
class JsonFields
{
public:
    /// The object at `path`; a mistake when it is none.
    JsonFields(JsonFile &file, const Json &value, std::string path);

    [[nodiscard]] bool has(const char *field);
    [[nodiscard]] std::string path(const char *field) const;

    std::string text(const char *field);
    std::string textOr(const char *field, const std::string &fallback);
    double number(const char *field, double low, double high);
    double numberOr(const char *field, double fallback, double low, double high);
    std::int64_t whole(const char *field, std::int64_t low, std::int64_t high);
    std::int64_t wholeOr(const char *field, std::int64_t fallback, std::int64_t low, std::int64_t high);
    /// "HH:MM", up to "24:00", as ms after midnight.
    TimeMs timeOfDay(const char *field);
    std::vector<double> numbers(const char *field, double low, double high);
    /// Every item of a list, with its path. `isNeeded`: a mistake when it is missing or empty.
    void each(const char *field, bool isNeeded, const std::function<void(const Json &, const std::string &)> &take);
    /// Every field of an object, with its path; none when it is missing.
    void eachOf(const char *field,
                const std::function<void(const std::string &, const Json &, const std::string &)> &take);
    /// The object under a field.
    JsonFields object(const char *field);
    void mistake(const char *field, const std::string &reason);
    /// Call last: a field nobody asked for is a mistake.
    void refuseUnknown();

private:
    const Json *take(const char *field, bool isNeeded);

    JsonFile &m_file;
    const Json *m_object = nullptr;
    std::string m_path;
    std::set<std::string, std::less<>> m_known;
};

/// The values of one kind, for lists: a mistake at `path` and a default for what is none.
double numberIn(JsonFile &file, const Json &value, const std::string &path, double low, double high);
std::string textIn(JsonFile &file, const Json &value, const std::string &path);
TimeMs timeOfDayIn(JsonFile &file, const Json &value, const std::string &path);

} // namespace tiepdon
