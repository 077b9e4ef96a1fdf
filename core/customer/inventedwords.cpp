// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/customer/inventedwords.h"

#include <array>

namespace tiepdon::invented {
namespace {

constexpr auto kFamily = std::to_array<Word>({
    {"Nguyễn", 314}, {"Trần", 109}, {"Lê", 89},   {"Phạm", 59}, {"Hoàng", 36}, {"Huỳnh", 28}, {"Vũ", 30},
    {"Võ", 25},      {"Phan", 28},  {"Đặng", 21}, {"Bùi", 20},  {"Đỗ", 19},    {"Hồ", 13},    {"Ngô", 13},
    {"Dương", 10},   {"Lý", 8},     {"Đào", 7},   {"Đoàn", 6},  {"Vương", 5},  {"Trịnh", 6},  {"Trương", 14},
    {"Đinh", 7},     {"Lâm", 7},    {"Phùng", 4}, {"Mai", 5},   {"Tô", 3},     {"Hà", 5},     {"Tạ", 3},
    {"Lương", 6},    {"Cao", 5},    {"Châu", 3},  {"Thái", 3},  {"Chu", 3},    {"Kiều", 2},   {"Quách", 2},
    {"Nông", 3},     {"La", 2},     {"Triệu", 2}, {"Thạch", 2}, {"Từ", 2},     {"Văn", 1},
});
constexpr auto kMiddleOldMen = std::to_array<Word>({{"Văn", 70},
                                                    {"Đức", 5},
                                                    {"Hữu", 5},
                                                    {"Xuân", 5},
                                                    {"Công", 4},
                                                    {"Đình", 5},
                                                    {"Quang", 3},
                                                    {"Ngọc", 3},
                                                    {"", 4}});
constexpr auto kMiddleMen = std::to_array<Word>({{"Văn", 22},
                                                 {"Minh", 12},
                                                 {"Đức", 9},
                                                 {"Hoàng", 9},
                                                 {"Quang", 8},
                                                 {"Hữu", 5},
                                                 {"Tuấn", 5},
                                                 {"Anh", 5},
                                                 {"Quốc", 6},
                                                 {"Gia", 4},
                                                 {"Thanh", 5},
                                                 {"Công", 3},
                                                 {"Đình", 3},
                                                 {"Xuân", 2},
                                                 {"Nhật", 3},
                                                 {"", 3}});
constexpr auto kMiddleOldWomen = std::to_array<Word>({{"Thị", 90}, {"Ngọc", 4}, {"Kim", 4}, {"", 2}});
constexpr auto kMiddleWomen = std::to_array<Word>({{"Thị", 40},
                                                   {"Thị Thu", 5},
                                                   {"Thị Ngọc", 5},
                                                   {"Thị Thanh", 5},
                                                   {"Ngọc", 9},
                                                   {"Thanh", 6},
                                                   {"Phương", 6},
                                                   {"Minh", 5},
                                                   {"Khánh", 4},
                                                   {"Thu", 5},
                                                   {"Bảo", 3},
                                                   {"Hoàng", 3},
                                                   {"Mai", 3},
                                                   {"Quỳnh", 3},
                                                   {"", 2}});
constexpr auto kGivenOldMen = std::to_array<Word>(
    {{"Hùng", 6},  {"Dũng", 6},  {"Bình", 5},  {"Minh", 4}, {"Thành", 5}, {"Sơn", 5}, {"Hải", 5}, {"Tuấn", 4},
     {"Thắng", 4}, {"Long", 3},  {"Hòa", 4},   {"Lợi", 3},  {"Phúc", 3},  {"Tâm", 3}, {"Đức", 3}, {"Quý", 2},
     {"Khánh", 2}, {"Chiến", 3}, {"Cường", 4}, {"Tài", 2},  {"Thọ", 1},   {"Ba", 1},  {"Út", 1},  {"Vinh", 3}});
constexpr auto kGivenMen = std::to_array<Word>(
    {{"Anh", 7},  {"Huy", 7},   {"Hùng", 4},  {"Dũng", 4},  {"Nam", 6},   {"Long", 6}, {"Đức", 5},   {"Tuấn", 6},
     {"Khoa", 4}, {"Khánh", 4}, {"Phúc", 4},  {"Hiếu", 5},  {"Trung", 5}, {"Duy", 5},  {"Kiên", 4},  {"Quân", 4},
     {"Bảo", 4},  {"Đạt", 5},   {"Thịnh", 3}, {"Việt", 3},  {"Sơn", 4},   {"Tùng", 4}, {"Cường", 4}, {"An", 2},
     {"Nhân", 2}, {"Phong", 4}, {"Vinh", 3},  {"Hoàng", 4}, {"Minh", 6},  {"Thái", 2}});
constexpr auto kGivenOldWomen = std::to_array<Word>(
    {{"Lan", 6},  {"Hoa", 6},  {"Hương", 5}, {"Hồng", 5}, {"Liên", 4},  {"Mai", 5},   {"Nga", 5},    {"Nguyệt", 3},
     {"Loan", 4}, {"Cúc", 3},  {"Xuân", 3},  {"Bích", 2}, {"Tuyết", 4}, {"Thanh", 4}, {"Phượng", 3}, {"Yến", 3},
     {"Lý", 2},   {"Hạnh", 4}, {"Bé", 1},    {"Tư", 1},   {"Sáu", 1},   {"Đào", 2},   {"Huệ", 4},    {"Tâm", 3}});
constexpr auto kGivenWomen = std::to_array<Word>(
    {{"Linh", 8}, {"Trang", 7}, {"Hương", 6}, {"Hà", 6},    {"Thảo", 6},  {"Ngọc", 5},  {"Anh", 7},  {"Phương", 6},
     {"Mai", 4},  {"Lan", 3},   {"Vy", 4},    {"Nhung", 3}, {"Thúy", 4},  {"Quỳnh", 4}, {"Ngân", 4}, {"Yến", 4},
     {"Như", 3},  {"My", 3},    {"Trâm", 3},  {"Hạnh", 3},  {"Đào", 1},   {"Hằng", 4},  {"Dung", 3}, {"Giang", 2},
     {"Thư", 3},  {"Uyên", 3},  {"Chi", 4},   {"Nhi", 4},   {"Huyền", 4}, {"Vân", 4}});
constexpr auto kForeign = std::to_array<Word>({{"陈雨晴"},
                                               {"林志远"},
                                               {"王小明"},
                                               {"김하준"},
                                               {"박서연"},
                                               {"Emma Larsen"},
                                               {"Peter Novák"},
                                               {"Anna Kowalczyk"},
                                               {"Tom Becker"},
                                               {"Marie Lefèvre"},
                                               {"Sato Haruka"},
                                               {"Somchai Rattana"},
                                               {"Sokha Chea"},
                                               {"Liam Walsh"}});
constexpr auto kStreets = std::to_array<Word>({{"Lê Lợi", 5},
                                               {"Trần Hưng Đạo", 5},
                                               {"Nguyễn Huệ", 4},
                                               {"Hai Bà Trưng", 4},
                                               {"Lý Thường Kiệt", 4},
                                               {"Quang Trung", 4},
                                               {"Phan Đình Phùng", 3},
                                               {"Nguyễn Trãi", 4},
                                               {"Điện Biên Phủ", 3},
                                               {"Hùng Vương", 4},
                                               {"Lạc Long Quân", 2},
                                               {"Hoàng Diệu", 2},
                                               {"Bà Triệu", 3},
                                               {"Ngô Quyền", 3},
                                               {"Trường Chinh", 2}});
constexpr auto kWards = std::to_array<Word>({{"phường Trung Tâm", 4},
                                             {"phường Bình An", 3},
                                             {"phường Tân Lập", 3},
                                             {"phường Hòa Bình", 3},
                                             {"phường Phú Thịnh", 2},
                                             {"xã Đông Sơn", 2},
                                             {"xã Tân Tiến", 2},
                                             {"phường Nam Sông", 1}});
constexpr auto kProvinces = std::to_array<Word>({{"TP. Hồ Chí Minh", 9},
                                                 {"Hà Nội", 8},
                                                 {"Đà Nẵng", 3},
                                                 {"Hải Phòng", 3},
                                                 {"Cần Thơ", 3},
                                                 {"Đồng Nai", 2},
                                                 {"Nghệ An", 2},
                                                 {"Khánh Hòa", 2},
                                                 {"Thanh Hóa", 2},
                                                 {"Đắk Lắk", 1}});
constexpr auto kWishes = std::to_array<Word>({{"Gọi sau 17 giờ"},
                                              {"Không gọi vào buổi trưa"},
                                              {"Nhắn tin trước khi gọi"},
                                              {"Muốn gặp đúng người đã tư vấn lần trước"},
                                              {"Thích giấy tờ in chữ to"},
                                              {"Xin ngồi gần lối ra"}});
constexpr auto kNotes = std::to_array<Word>({{"Nói chậm và rõ thì khách dễ theo dõi hơn."},
                                             {"Khách quen tự kiểm tra lại số tiền, nên để khách đếm."},
                                             {"Hay đi cùng con gái, con gái điền giấy tờ giúp."},
                                             {"Quan tâm đến gửi tiết kiệm kỳ hạn ngắn."},
                                             {"Đang tìm hiểu vay mua nhà, hẹn trao đổi thêm."},
                                             {"Không thích được giới thiệu sản phẩm khi đang vội."},
                                             {"Muốn nhận sao kê bằng giấy."},
                                             {"Có cửa hàng gần đây, hay đổi tiền lẻ."},
                                             {"Lần trước thiếu giấy ủy quyền, nhớ nhắc mang theo."},
                                             {"Đã hỏi về hạn mức chuyển khoản trên điện thoại."}});
constexpr auto kPromises = std::to_array<Word>({{"Gọi lại báo kết quả hồ sơ vay"},
                                                {"Gửi sao kê ba tháng qua thư"},
                                                {"Báo khi thẻ mới về chi nhánh"},
                                                {"Kiểm tra lại phí chuyển khoản"},
                                                {"Gửi bảng lãi suất mới"},
                                                {"Hẹn gặp chuyên viên tư vấn"}});
constexpr auto kComplaints = std::to_array<Word>({{"Chờ quá lâu dù đã hẹn trước"},
                                                  {"Thẻ bị máy giữ chưa được trả"},
                                                  {"Bị trừ phí hai lần"},
                                                  {"Thông tin qua tổng đài không giống ở quầy"}});
constexpr auto kTalks = std::to_array<Word>({{"Hỏi lãi suất tiết kiệm", 4},
                                             {"Hỏi thủ tục vay", 3},
                                             {"Báo đổi số điện thoại", 2},
                                             {"Nhờ khóa thẻ tạm thời", 2},
                                             {"Hỏi giờ làm việc ngày lễ", 2},
                                             {"Nhờ hướng dẫn dùng ứng dụng", 3},
                                             {"Được nhắc sổ tiết kiệm sắp đến hạn", 2}});
constexpr auto kAsked = std::to_array<Word>({{"Rút trước hạn không mất lãi"},
                                             {"Nâng hạn mức thẻ ngay"},
                                             {"Rút tiền thay người nhà"},
                                             {"Miễn phí làm lại thẻ"}});
constexpr auto kRefusals = std::to_array<Word>(
    {{"Hợp đồng không cho phép"}, {"Cần thẩm định thu nhập"}, {"Thiếu giấy ủy quyền"}, {"Ngoài thời gian ưu đãi"}});
constexpr auto kAlternatives = std::to_array<Word>({{"Vay cầm cố sổ tiết kiệm"},
                                                    {"Nộp hồ sơ, trả lời sau ba ngày"},
                                                    {"Lập giấy ủy quyền tại chi nhánh"},
                                                    {"Dùng thẻ trên điện thoại"}});
constexpr auto kProducts = std::to_array<Product>({{"Tài khoản thanh toán", 92},
                                                   {"Thẻ ghi nợ", 71},
                                                   {"Ngân hàng số", 55},
                                                   {"Tiền gửi tiết kiệm", 36, 5'000'000, 900'000'000},
                                                   {"Thẻ tín dụng", 13},
                                                   {"Bảo hiểm nhân thọ", 8, 6'000'000, 40'000'000},
                                                   {"Vay mua nhà", 6, 300'000'000, 3'000'000'000},
                                                   {"Vay tiêu dùng", 7, 20'000'000, 300'000'000}});

} // namespace

std::span<const Word> familyNames() { return kFamily; }
std::span<const Word> middleNames(bool isFemale, bool isOld)
{
    if (isFemale)
        return isOld ? std::span<const Word>(kMiddleOldWomen) : std::span<const Word>(kMiddleWomen);
    return isOld ? std::span<const Word>(kMiddleOldMen) : std::span<const Word>(kMiddleMen);
}
std::span<const Word> givenNames(bool isFemale, bool isOld)
{
    if (isFemale)
        return isOld ? std::span<const Word>(kGivenOldWomen) : std::span<const Word>(kGivenWomen);
    return isOld ? std::span<const Word>(kGivenOldMen) : std::span<const Word>(kGivenMen);
}
std::span<const Word> foreignNames() { return kForeign; }
std::span<const Word> streets() { return kStreets; }
std::span<const Word> wards() { return kWards; }
std::span<const Word> provinces() { return kProvinces; }
std::span<const Word> wishes() { return kWishes; }
std::span<const Word> notes() { return kNotes; }
std::span<const Word> promises() { return kPromises; }
std::span<const Word> complaints() { return kComplaints; }
std::span<const Word> talks() { return kTalks; }
std::span<const Word> asked() { return kAsked; }
std::span<const Word> refusals() { return kRefusals; }
std::span<const Word> alternatives() { return kAlternatives; }
std::span<const Product> products() { return kProducts; }

} // namespace tiepdon::invented
