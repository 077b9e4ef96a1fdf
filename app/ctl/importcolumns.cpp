// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/importcolumns.h"

#include "core/customer/personname.h"
#include "core/wire/tomlreader.h"

#include <algorithm>

namespace tiepdon {
namespace {

using enum ImportField;

/// Names of columns, folded.
const std::map<std::string_view, ImportField> &usualNames()
{
    static const std::map<std::string_view, ImportField> kNames = {
        {"ma kh", Number},
        {"makh", Number},
        {"ma khach hang", Number},
        {"so khach hang", Number},
        {"cif", Number},
        {"so cif", Number},
        {"customer number", Number},
        {"customer no", Number},
        {"customer id", Number},
        {"customer", Number},
        {"number", Number},
        {"client id", Number},
        {"ten", Name},
        {"ho ten", Name},
        {"ho va ten", Name},
        {"ten khach hang", Name},
        {"ten kh", Name},
        {"khach hang", Name},
        {"name", Name},
        {"full name", Name},
        {"fullname", Name},
        {"customer name", Name},
        {"xung ho", Form},
        {"danh xung", Form},
        {"title", Form},
        {"salutation", Form},
        {"form", Form},
        {"gioi tinh", Gender},
        {"phai", Gender},
        {"sex", Gender},
        {"gender", Gender},
        {"sdt", Phone},
        {"so dt", Phone},
        {"so dien thoai", Phone},
        {"dien thoai", Phone},
        {"di dong", Phone},
        {"dien thoai 1", Phone},
        {"dien thoai 2", Phone},
        {"dtdd", Phone},
        {"phone", Phone},
        {"phone number", Phone},
        {"mobile", Phone},
        {"tel", Phone},
        {"telephone", Phone},
        {"so giay to", Document},
        {"giay to", Document},
        {"cmnd cccd", Document},
        {"cccd cmnd", Document},
        {"so cmnd cccd", Document},
        {"document", Document},
        {"id number", Document},
        {"id no", Document},
        {"cccd", CitizenCard},
        {"so cccd", CitizenCard},
        {"can cuoc", CitizenCard},
        {"can cuoc cong dan", CitizenCard},
        {"so dinh danh", CitizenCard},
        {"citizen card", CitizenCard},
        {"citizencard", CitizenCard},
        {"citizen id", CitizenCard},
        {"cmnd", IdentityCard},
        {"so cmnd", IdentityCard},
        {"chung minh nhan dan", IdentityCard},
        {"identity card", IdentityCard},
        {"identitycard", IdentityCard},
        {"ho chieu", Passport},
        {"so ho chieu", Passport},
        {"passport", Passport},
        {"passport no", Passport},
        {"so the", Card},
        {"card", Card},
        {"card number", Card},
        {"ngay sinh", BirthDate},
        {"nam sinh", BirthDate},
        {"ngay thang nam sinh", BirthDate},
        {"birth date", BirthDate},
        {"birthdate", BirthDate},
        {"date of birth", BirthDate},
        {"dob", BirthDate},
        {"dia chi", Address},
        {"noi o", Address},
        {"address", Address},
        {"ngon ngu", Language},
        {"language", Language},
        {"hang", Tier},
        {"hang khach hang", Tier},
        {"phan hang", Tier},
        {"tier", Tier},
        {"grade", Tier},
        {"rank", Tier},
        {"nguoi phu trach", LookedAfterBy},
        {"phu trach", LookedAfterBy},
        {"chuyen vien", LookedAfterBy},
        {"account manager", LookedAfterBy},
        {"looked after by", LookedAfterBy},
        {"lookedafterby", LookedAfterBy},
        {"nhu cau", Needs},
        {"ho tro", Needs},
        {"nhu cau dac biet", Needs},
        {"needs", Needs},
        {"kenh", Via},
        {"kenh lien lac", Via},
        {"channel", Via},
        {"mong muon", Wishes},
        {"luu y", Wishes},
        {"wishes", Wishes},
        {"san pham", Products},
        {"products", Products},
        {"san pham dang dung", Products},
        {"ngay", Date},
        {"ngay gd", Date},
        {"ngay giao dich", Date},
        {"ngay mua", Date},
        {"thoi gian", Date},
        {"thoi diem", Date},
        {"date", Date},
        {"datetime", Date},
        {"timestamp", Date},
        {"gio", Time},
        {"time", Time},
        {"noi dung", Text},
        {"dien giai", Text},
        {"mo ta", Text},
        {"ghi chu", Text},
        {"text", Text},
        {"description", Text},
        {"content", Text},
        {"details", Text},
        {"loai giao dich", Text},
        {"product", Product},
        {"ten san pham", Product},
        {"so tien", Amount},
        {"gia tri", Amount},
        {"thanh tien", Amount},
        {"amount", Amount},
        {"value", Amount},
        {"loai tien", Currency},
        {"tien te", Currency},
        {"currency", Currency},
        {"chieu", Direction},
        {"huong", Direction},
        {"direction", Direction},
        {"ma gd", Reference},
        {"ma giao dich", Reference},
        {"so but toan", Reference},
        {"so chung tu", Reference},
        {"so hop dong", Reference},
        {"ma hop dong", Reference},
        {"ma", Reference},
        {"id", Reference},
        {"reference", Reference},
        {"ref", Reference},
        {"transaction id", Reference},
        {"external id", Reference},
        {"order id", Reference},
    };
    return kNames;
}

std::string_view nameOfField(ImportField field) { return names(field).at(static_cast<std::size_t>(field)); }

std::optional<ImportField> fieldNamed(std::string_view name)
{
    constexpr auto kNames = names(ImportField{});
    const auto it = std::find(kNames.begin(), kNames.end(), name);
    return it == kNames.end() ? std::nullopt : std::optional(static_cast<ImportField>(it - kNames.begin()));
}

Error badColumn(const std::string &field, const std::string &reason)
{
    return {ErrorCode::BadFile, field + ": " + reason, {{"line", "1"}, {"field", field}, {"reason", reason}}};
}

/// What a mapping says of a column; nothing when it says nothing.
Result<std::optional<ImportField>> mappedField(ImportKind kind, const std::string &column, const std::string &name)
{
    if (name.empty())
        return std::optional<ImportField>();
    const auto field = fieldNamed(name);
    if (!field || !canHave(kind, *field)) {
        std::string known;
        for (std::size_t i = 0; i < names(ImportField{}).size(); ++i) {
            if (canHave(kind, static_cast<ImportField>(i)))
                known += (known.empty() ? "" : ", ") + std::string(nameOfField(static_cast<ImportField>(i)));
        }
        return badColumn(column, "the mapping says \"" + name + "\"; such a file has " + known);
    }
    return std::optional(*field);
}

} // namespace

bool canHave(ImportKind kind, ImportField field)
{
    const bool saysWho = field == Number || (field >= Phone && field <= Card);
    if (kind == ImportKind::Customers)
        return field <= Products;
    if (saysWho || field == Date || field == Time || field == Text || field == Product || field == Reference)
        return true;
    if (kind == ImportKind::Conversations)
        return field == Via || field == Direction;
    return field == Amount || field == Currency || field == Via;
}

std::optional<ImportField> usualField(ImportKind kind, std::string_view columnName)
{
    const std::string column = folded(columnName);
    const auto &all = usualNames();
    const auto it = all.find(column);
    std::optional<ImportField> field = it == all.end() ? fieldNamed(columnName) : std::optional(it->second);
    if (!field)
        return std::nullopt;
    const bool isOfCustomer = kind == ImportKind::Customers;
    // one word for two things
    if (field == Products && !isOfCustomer)
        field = Product;
    if (field == Product && isOfCustomer)
        field = Products;
    if (field == Text && isOfCustomer)
        return std::nullopt; // a note about somebody is no wish of theirs
    return canHave(kind, *field) ? field : std::nullopt;
}

Result<ImportMapping> importMappingFrom(std::string_view toml)
{
    const auto root = tomlFrom(toml);
    if (!root)
        return root.error();
    std::optional<Error> error;
    TomlReader reader(*root, error);
    ImportMapping mapping;
    const std::string encoding = reader.textOr("encoding", "");
    const std::string separator = reader.textOr("separator", "");
    mapping.encoding = encodingFrom(encoding);
    if (!encoding.empty() && !mapping.encoding)
        reader.mistake("encoding", "must be utf-8, utf-16le, utf-16be, windows-1258 or windows-1252");
    mapping.separator = separatorFrom(separator);
    if (!separator.empty() && !mapping.separator)
        reader.mistake("separator", "must be comma, semicolon, tab or pipe");
    if (const toml::table *columns = reader.tableOr("columns")) {
        TomlReader names(*columns, error);
        for (const auto &[key, value] : *columns)
            mapping.columns[folded(key.str())] = names.text(key.str());
    }
    reader.refuseUnknown();
    if (error)
        return *error;
    return mapping;
}

bool ImportPlan::has(ImportField field) const
{
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

std::string ImportPlan::columnOf(std::string_view field) const
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i] && nameOfField(*fields[i]) == field)
            return header[i];
    }
    return std::string(field);
}

std::string ImportPlan::columnOf(IdentifierKind identifier) const
{
    const ImportField own = [&] {
        switch (identifier) {
        case IdentifierKind::Phone:
            return Phone;
        case IdentifierKind::CitizenCard:
            return CitizenCard;
        case IdentifierKind::OldIdentityCard:
            return IdentityCard;
        case IdentifierKind::Passport:
            return Passport;
        case IdentifierKind::Card:
            return Card;
        case IdentifierKind::CustomerNumber:
            break;
        }
        return Number;
    }();
    const bool isDocument = own == CitizenCard || own == IdentityCard || own == Passport;
    return columnOf(nameOfField(!has(own) && isDocument ? Document : own));
}

Result<ImportPlan> importPlanFor(ImportKind kind, const std::vector<std::string> &header,
                                 const ImportMapping &mapping)
{
    ImportPlan plan{kind, header, {}};
    std::vector<std::string> seen;
    for (const std::string &column : header) {
        const std::string key = folded(column);
        seen.push_back(key);
        const auto it = mapping.columns.find(key);
        if (it == mapping.columns.end()) {
            plan.fields.push_back(usualField(kind, column));
            continue;
        }
        const auto field = mappedField(kind, column, it->second);
        if (!field)
            return field.error();
        plan.fields.push_back(*field);
    }
    for (const auto &[column, field] : mapping.columns) {
        if (std::find(seen.begin(), seen.end(), column) == seen.end())
            return badColumn(column, "the mapping names it, and the file has no such column");
    }
    const auto hasOneOf = [&](std::initializer_list<ImportField> wanted) {
        return std::any_of(wanted.begin(), wanted.end(), [&](ImportField field) { return plan.has(field); });
    };
    if (!hasOneOf({Number, Document, CitizenCard, IdentityCard, Passport, Card})
        && (kind == ImportKind::Customers || !plan.has(Phone)))
        return badColumn("number", "no column says who it is (a customer number or a document)");
    if (kind == ImportKind::Customers && !plan.has(Name))
        return badColumn("name", "no column has names");
    if (kind != ImportKind::Customers && !plan.has(Date))
        return badColumn("date", "no column says when");
    if (kind != ImportKind::Customers && !hasOneOf({Text, Product}))
        return badColumn("text", "no column says what");
    return plan;
}

} // namespace tiepdon
