<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>BreakWord</name>
    <message>
        <source>Meal</source>
        <translation>Đi ăn</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Nghỉ giải lao</translation>
    </message>
    <message>
        <source>Paperwork</source>
        <translation>Làm giấy tờ</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Họp</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Lý do khác</translation>
    </message>
</context>
<context>
    <name>CallWords</name>
    <message>
        <source>waited %1 of %2 min</source>
        <translation>chờ %1/%2 phút</translation>
    </message>
    <message>
        <source>%1 waited %2 of %3</source>
        <translation>%1 chờ %2/%3</translation>
    </message>
    <message>
        <source>ordinary customers</source>
        <translation>khách thường</translation>
    </message>
    <message>
        <source>more than %1 times that of %2</source>
        <translation>gấp hơn %1 lần %2</translation>
    </message>
    <message>
        <source>%1 times that of %2</source>
        <translation>gấp %1 lần %2</translation>
    </message>
    <message>
        <source>ends in %1 min</source>
        <translation>còn %1 phút</translation>
    </message>
    <message>
        <source>ended %1 min ago</source>
        <translation>đã quá %1 phút</translation>
    </message>
    <message>
        <source>Level with %2 in everything, first in the branch&apos;s order: %1</source>
        <translation>Ngang %2 về mọi mặt, đứng trước theo thứ tự của chi nhánh: %1</translation>
    </message>
    <message>
        <source>Came first: %1</source>
        <translation>Đến trước nhất: %1</translation>
    </message>
    <message>
        <source>Same rank as %2, waiting since earlier: %1</source>
        <translation>Cùng hạng với %2 nhưng chờ từ sớm hơn: %1</translation>
    </message>
    <message>
        <source>Level with %2 by the rule, waiting since earlier: %1</source>
        <translation>Ngang %2 theo quy tắc nhưng chờ từ sớm hơn: %1</translation>
    </message>
    <message>
        <source>Waited more than %1 times its promise, so it goes first: %2</source>
        <translation>Đã chờ quá %1 lần cam kết nên được gọi trước: %2</translation>
    </message>
    <message>
        <source>Waited more than %1 min, so it goes first: %2</source>
        <translation>Đã chờ quá %1 phút nên được gọi trước: %2</translation>
    </message>
    <message>
        <source>Longest against its promise: %1</source>
        <translation>Chờ lâu nhất so với cam kết: %1</translation>
    </message>
    <message>
        <source>Its promise costs most to break now: %1</source>
        <translation>Cam kết cần giữ nhất lúc này: %1</translation>
    </message>
    <message>
        <source>Letting it wait costs most now: %1</source>
        <translation>Để chờ thêm thì thiệt nhất lúc này: %1</translation>
    </message>
    <message>
        <source>Higher rank: %1 (%2) before %3 (%4) of %5: %6</source>
        <translation>Hạng cao hơn: %1 (%2) trước %3 (%4) của %5: %6</translation>
    </message>
    <message>
        <source>Its promise ends first: %1, %2; that of %3 %4</source>
        <translation>Cam kết hết hạn sớm nhất: %1, %2; của %3 %4</translation>
    </message>
    <message>
        <source>Others who came later went first %1 times, as often as the branch allows: %2</source>
        <translation>Đã bị người đến sau vượt %1 lần, hết mức chi nhánh cho phép: %2</translation>
    </message>
    <message>
        <source>Rule: of your queues, the one whose promise costs most to break now, per minute of service; ties go to the one waiting since earlier, then to the ticket taken first.</source>
        <translation>Quy tắc: trong các hàng của bạn, gọi lượt mà lỡ cam kết lúc này thì thiệt nhất, tính trên mỗi phút phục vụ; nếu bằng nhau thì ai chờ từ sớm hơn, rồi ai lấy số trước.</translation>
    </message>
    <message>
        <source>Rule: of your queues, who came first; ties go to the ticket taken first.</source>
        <translation>Quy tắc: trong các hàng của bạn, gọi ai đến trước; nếu bằng nhau thì ai lấy số trước.</translation>
    </message>
    <message>
        <source>Rule: of your queues, the highest rank; among equals the one waiting since earlier, then the ticket taken first.</source>
        <translation>Quy tắc: trong các hàng của bạn, gọi hạng cao nhất; cùng hạng thì ai chờ từ sớm hơn, rồi ai lấy số trước.</translation>
    </message>
    <message>
        <source>Rule: of your queues, the ticket that has used up the largest share of its promised wait; ties go to the one waiting since earlier, then to the ticket taken first.</source>
        <translation>Quy tắc: trong các hàng của bạn, gọi lượt đã dùng hết phần lớn nhất của thời gian chờ cam kết; nếu bằng nhau thì ai chờ từ sớm hơn, rồi ai lấy số trước.</translation>
    </message>
    <message>
        <source>Rule: of your queues, the ticket whose promise ends first; ties go to the one waiting since earlier, then to the ticket taken first.</source>
        <translation>Quy tắc: trong các hàng của bạn, gọi lượt có cam kết hết hạn sớm nhất; nếu bằng nhau thì ai chờ từ sớm hơn, rồi ai lấy số trước.</translation>
    </message>
    <message>
        <source>Rule: of your queues, the one where waiting costs most, per minute of service; ties go to the one waiting since earlier, then to the ticket taken first.</source>
        <translation>Quy tắc: trong các hàng của bạn, gọi lượt mà chờ thêm thì thiệt nhất, tính trên mỗi phút phục vụ; nếu bằng nhau thì ai chờ từ sớm hơn, rồi ai lấy số trước.</translation>
    </message>
    <message>
        <source>Compared: weight %1 and usually %2 min of service here, weight %3 and usually %4 min for %5.</source>
        <translation>So sánh: trọng số %1, thường phục vụ %2 phút; %5 có trọng số %3, thường %4 phút.</translation>
    </message>
    <message>
        <source>Nobody else was waiting for this counter.</source>
        <translation>Lúc đó không còn ai khác chờ quầy này.</translation>
    </message>
    <message>
        <source>This number was the first in its queue, the only one with people.</source>
        <translation>Chỉ hàng này có khách, và số này đứng đầu hàng.</translation>
    </message>
    <message>
        <source>Between equals, this number had been waiting longer.</source>
        <translation>Giữa những số ngang nhau, số này đã chờ lâu hơn.</translation>
    </message>
    <message>
        <source>Promised waiting times count differently by service and customer; just now this number&apos;s counted most.</source>
        <translation>Thời gian chờ cam kết có trọng số khác nhau theo dịch vụ và khách; lúc này cam kết với số này nặng nhất.</translation>
    </message>
    <message>
        <source>Each service promises a waiting time; this number was nearest to its promise or furthest past it.</source>
        <translation>Mỗi dịch vụ cam kết một thời gian chờ; số này gần hết thời gian cam kết nhất hoặc đã quá lâu nhất.</translation>
    </message>
    <message>
        <source>Our staff called this number out of turn, to help somebody or to finish something begun before.</source>
        <translation>Nhân viên gọi số này ngoài thứ tự để hỗ trợ khách hoặc làm tiếp việc đang dở.</translation>
    </message>
    <message>
        <source>Some customers go first by law or by the branch&apos;s rules.</source>
        <translation>Một số khách được ưu tiên theo luật hoặc theo quy định của chi nhánh.</translation>
    </message>
    <message>
        <source>This number had waited so long that it goes before all others.</source>
        <translation>Số này đã chờ quá lâu nên được gọi trước mọi số khác.</translation>
    </message>
    <message>
        <source>Others had been called before this number often enough; now it is its turn.</source>
        <translation>Đã có đủ nhiều số được gọi trước số này; giờ đến lượt.</translation>
    </message>
    <message>
        <source>This number has an appointment, and the counter is free before it.</source>
        <translation>Số này có hẹn trước và quầy rảnh sớm hơn giờ hẹn.</translation>
    </message>
    <message>
        <source>This customer came to the counter itself.</source>
        <translation>Khách này đến thẳng quầy.</translation>
    </message>
    <message>
        <source>The only person waiting: %1</source>
        <translation>Khách duy nhất đang chờ: %1</translation>
    </message>
    <message>
        <source>First in the only queue with people: %1</source>
        <translation>Đứng đầu hàng duy nhất có khách: %1</translation>
    </message>
    <message>
        <source>Chosen by hand: %1</source>
        <translation>Gọi theo lựa chọn: %1</translation>
    </message>
    <message>
        <source>Chosen by hand: %1; by the rule it would have been %2, %3</source>
        <translation>Gọi theo lựa chọn: %1; theo quy tắc thì đến lượt %2, %3</translation>
    </message>
    <message>
        <source>Nobody is due yet; of those who wait for a booked time this one&apos;s is the nearest</source>
        <translation>Chưa ai đến lượt; trong những khách chờ giờ hẹn, giờ hẹn này gần nhất</translation>
    </message>
    <message>
        <source>Came to this counter without a ticket</source>
        <translation>Khách đến quầy không lấy số</translation>
    </message>
    <message>
        <source>%1 waiting in %2 of this counter&apos;s services at that moment.</source>
        <translation>Lúc đó có %1 khách chờ ở %2 dịch vụ của quầy này.</translation>
    </message>
    <message>
        <source>To a customer who asks: “%1”</source>
        <translation>Trả lời khách hỏi: “%1”</translation>
    </message>
    <message>
        <source>Put first in its queue: %1</source>
        <translation>Được đưa lên đầu: %1</translation>
    </message>
</context>
<context>
    <name>CustomerTime</name>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hôm qua</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 ngày trước</translation>
    </message>
    <message>
        <source>late since %1</source>
        <translation>quá hạn từ %1</translation>
    </message>
    <message>
        <source>1 day late</source>
        <translation>quá hạn 1 ngày</translation>
    </message>
    <message>
        <source>%1 days late</source>
        <translation>quá hạn %1 ngày</translation>
    </message>
    <message>
        <source>due today %1</source>
        <translation>hạn hôm nay %1</translation>
    </message>
    <message>
        <source>due tomorrow</source>
        <translation>hạn ngày mai</translation>
    </message>
    <message>
        <source>due on %1</source>
        <translation>hạn ngày %1</translation>
    </message>
</context>
<context>
    <name>CustomerWord</name>
    <message>
        <source>Hard of hearing</source>
        <translation>Nghe kém</translation>
    </message>
    <message>
        <source>Low vision</source>
        <translation>Thị lực kém</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>Xe lăn</translation>
    </message>
    <message>
        <source>Walks with difficulty</source>
        <translation>Đi lại khó khăn</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Cần phiên dịch</translation>
    </message>
    <message>
        <source>Help with forms</source>
        <translation>Cần giúp điền giấy tờ</translation>
    </message>
    <message>
        <source>With a small child</source>
        <translation>Đi cùng trẻ nhỏ</translation>
    </message>
    <message>
        <source>Pregnant</source>
        <translation>Mang thai</translation>
    </message>
    <message>
        <source>Nothing said aloud</source>
        <translation>Không nói to thông tin</translation>
    </message>
    <message>
        <source>Takes more time</source>
        <translation>Cần nhiều thời gian hơn</translation>
    </message>
    <message>
        <source>At the branch</source>
        <translation>Tại chi nhánh</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Tin nhắn</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Thư điện tử</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Trò chuyện trực tuyến</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Thư giấy</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Trang web</translation>
    </message>
    <message>
        <source>Has heard of it</source>
        <translation>Đã biết đến</translation>
    </message>
    <message>
        <source>Is considering it</source>
        <translation>Đang tìm hiểu</translation>
    </message>
    <message>
        <source>Is deciding</source>
        <translation>Đang quyết định</translation>
    </message>
    <message>
        <source>Uses it</source>
        <translation>Đang sử dụng</translation>
    </message>
    <message>
        <source>Recommends it</source>
        <translation>Giới thiệu cho người khác</translation>
    </message>
    <message>
        <source>First visit</source>
        <translation>Đến lần đầu</translation>
    </message>
    <message>
        <source>Comes less often lately</source>
        <translation>Gần đây ít đến hơn</translation>
    </message>
    <message>
        <source>Missed a turn lately</source>
        <translation>Gần đây có lần lỡ lượt</translation>
    </message>
    <message>
        <source>Was not satisfied last time</source>
        <translation>Lần trước chưa hài lòng</translation>
    </message>
    <message>
        <source>Open complaint</source>
        <translation>Có khiếu nại chưa xong</translation>
    </message>
    <message>
        <source>A promise is late</source>
        <translation>Có lời hứa quá hạn</translation>
    </message>
    <message>
        <source>Did not reach their goal last time</source>
        <translation>Lần trước chưa đạt mục đích</translation>
    </message>
    <message>
        <source>Be known again</source>
        <translation>Được nhận biết lại</translation>
    </message>
    <message>
        <source>Greeting at the kiosk</source>
        <translation>Chào tại máy lấy số</translation>
    </message>
    <message>
        <source>Recognised by a camera</source>
        <translation>Nhận diện qua camera</translation>
    </message>
    <message>
        <source>Contact after a visit</source>
        <translation>Liên hệ sau khi giao dịch</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Nhận ưu đãi</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Kinh doanh</translation>
    </message>
    <message>
        <source>Customer care</source>
        <translation>Chăm sóc khách hàng</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vận hành</translation>
    </message>
    <message>
        <source>Management</source>
        <translation>Quản lý</translation>
    </message>
    <message>
        <source>System down or slow</source>
        <translation>Hệ thống lỗi hoặc chậm</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Thông tin</translation>
    </message>
    <message>
        <source>Authority to decide</source>
        <translation>Quyền quyết định</translation>
    </message>
    <message>
        <source>A document or form</source>
        <translation>Giấy tờ hoặc biểu mẫu</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Đồng nghiệp hỗ trợ</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>A rule stands in the way</source>
        <translation>Vướng quy định</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Lời hứa</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Khiếu nại</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Gọi lại</translation>
    </message>
    <message>
        <source>Something missing</source>
        <translation>Điều còn thiếu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Chưa xong</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Đã thực hiện</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Không thực hiện được</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút lại</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Chưa rõ</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>Một phần</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Chưa</translation>
    </message>
    <message>
        <source>Confirm who it is</source>
        <translation>Xác nhận đúng người</translation>
    </message>
    <message>
        <source>Call them</source>
        <translation>Gọi cho khách</translation>
    </message>
    <message>
        <source>Correct the record</source>
        <translation>Sửa hồ sơ</translation>
    </message>
    <message>
        <source>Fill in a form</source>
        <translation>Điền biểu mẫu</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <source>Citizen card</source>
        <translation>Căn cước công dân</translation>
    </message>
    <message>
        <source>Older identity card</source>
        <translation>Chứng minh nhân dân cũ</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Hộ chiếu</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>Mã khách hàng</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Thẻ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Nhu cầu</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Mong muốn</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Phân khúc</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Lượt giao dịch</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>Mua hàng</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Giao dịch</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Trao đổi</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Notes for supervisors</source>
        <translation>Ghi chú cho trưởng ca</translation>
    </message>
    <message>
        <source>Promises and complaints</source>
        <translation>Lời hứa và khiếu nại</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Điểm đánh giá</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Sự đồng ý</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Mua</translation>
    </message>
    <message>
        <source>Transaction</source>
        <translation>Giao dịch</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Trao đổi</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Điểm đánh giá</translation>
    </message>
    <message>
        <source>Request declined</source>
        <translation>Yêu cầu bị từ chối</translation>
    </message>
    <message>
        <source>by name</source>
        <translation>theo tên</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>theo điện thoại</translation>
    </message>
    <message>
        <source>by document</source>
        <translation>theo giấy tờ</translation>
    </message>
    <message>
        <source>by customer number</source>
        <translation>theo mã khách hàng</translation>
    </message>
    <message>
        <source>by card</source>
        <translation>theo thẻ</translation>
    </message>
    <message>
        <source>by ticket</source>
        <translation>theo số thứ tự</translation>
    </message>
    <message>
        <source>goes on now</source>
        <translation>đang diễn ra</translation>
    </message>
    <message>
        <source>served</source>
        <translation>đã phục vụ</translation>
    </message>
    <message>
        <source>sent on to another service</source>
        <translation>chuyển sang dịch vụ khác</translation>
    </message>
    <message>
        <source>did not come when called</source>
        <translation>không đến khi được gọi</translation>
    </message>
    <message>
        <source>ended with the day</source>
        <translation>kết thúc khi hết ngày</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>đã hủy</translation>
    </message>
    <message>
        <source>left without being served</source>
        <translation>bỏ về khi chưa được phục vụ</translation>
    </message>
    <message>
        <source>The branch may keep who I am, my visits and notes about them, to serve me better.</source>
        <translation>Chi nhánh được lưu tôi là ai, các lần tôi đến và ghi chú về các lần đó, để phục vụ tôi tốt hơn.</translation>
    </message>
    <message>
        <source>The kiosk may greet me by my given name.</source>
        <translation>Máy lấy số được chào tôi bằng tên.</translation>
    </message>
    <message>
        <source>A camera at the door may recognise me. This is sensitive data.</source>
        <translation>Camera ở cửa được nhận diện tôi. Đây là dữ liệu nhạy cảm.</translation>
    </message>
    <message>
        <source>The branch may write to me or call me about my visits.</source>
        <translation>Chi nhánh được nhắn tin hoặc gọi cho tôi về các lần giao dịch.</translation>
    </message>
    <message>
        <source>The branch may send me offers.</source>
        <translation>Chi nhánh được gửi ưu đãi cho tôi.</translation>
    </message>
</context>
<context>
    <name>FloorWords</name>
    <message>
        <source>%1 served today</source>
        <translation>hôm nay %1 lượt</translation>
    </message>
    <message>
        <source>in service</source>
        <translation>đang phục vụ</translation>
    </message>
    <message>
        <source>since the call</source>
        <translation>từ lúc gọi</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 từ %2</translation>
    </message>
    <message>
        <source>on break</source>
        <translation>tạm nghỉ</translation>
    </message>
    <message>
        <source>no counter</source>
        <translation>không quầy</translation>
    </message>
    <message>
        <source>now, %1</source>
        <translation>hiện tại, %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>lúc %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nay</translation>
    </message>
    <message>
        <source>Counters open</source>
        <translation>Quầy mở</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>nobody on a break</source>
        <translation>không quầy nào nghỉ</translation>
    </message>
    <message>
        <source>%1 on a break</source>
        <translation>%1 quầy tạm nghỉ</translation>
    </message>
    <message>
        <source>Services they serve</source>
        <translation>Dịch vụ đang phục vụ</translation>
    </message>
    <message>
        <source>nobody waits without a counter</source>
        <translation>hàng chờ nào cũng có quầy</translation>
    </message>
    <message>
        <source>nobody serves: %1</source>
        <translation>chưa có quầy: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>Waiting time</source>
        <translation>Thời gian chờ</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>không ai chờ</translation>
    </message>
    <message>
        <source>longest: %1</source>
        <translation>lâu nhất: %1</translation>
    </message>
    <message>
        <source>median %1 min, n = %2 · %3</source>
        <translation>trung vị %1 phút, n = %2 · %3</translation>
    </message>
    <message>
        <source>People at the counters</source>
        <translation>Khách tại quầy</translation>
    </message>
    <message>
        <source>%1 served, %2 called, %3 waiting</source>
        <translation>%1 phục vụ, %2 đã gọi, %3 chờ</translation>
    </message>
    <message>
        <source>%1 waiting each · %2</source>
        <translation>mỗi quầy %1 chờ · %2</translation>
    </message>
    <message>
        <source>Transaction time</source>
        <translation>Thời gian giao dịch</translation>
    </message>
    <message>
        <source>nobody finished yet</source>
        <translation>chưa ai kết thúc</translation>
    </message>
    <message>
        <source>mean today, n = %1</source>
        <translation>trung bình hôm nay, n = %1</translation>
    </message>
    <message>
        <source>call to finish</source>
        <translation>từ gọi đến kết thúc</translation>
    </message>
    <message>
        <source>last ones %1, n = %2</source>
        <translation>gần nhất %1, n = %2</translation>
    </message>
    <message>
        <source>%1 put aside</source>
        <translation>%1 tạm giữ</translation>
    </message>
    <message>
        <source>since they left</source>
        <translation>từ lúc khách về</translation>
    </message>
    <message>
        <source>calls the next who comes</source>
        <translation>gọi ngay khách kế tiếp đến</translation>
    </message>
    <message>
        <source>wait not known yet</source>
        <translation>chưa đủ dữ liệu</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hôm nay</translation>
    </message>
    <message>
        <source>Waits told, %1: %2 % within the range, off by %3 min on average, n = %4</source>
        <translation>Dự báo chờ %1: %2 % đúng khoảng, lệch trung bình %3 phút, n = %4</translation>
    </message>
</context>
<context>
    <name>FormWords</name>
    <message>
        <source>%1 is at this counter, with %2. It has to be finished, transferred or marked as no-show first.</source>
        <translation>%1 đang ở quầy này với %2. Phải kết thúc, chuyển hoặc báo vắng mặt trước.</translation>
    </message>
    <message>
        <source>No counter is left for: %1.</source>
        <translation>Không còn quầy nào cho: %1.</translation>
    </message>
    <message>
        <source>No counter is left for: %1. One person waits for that now.</source>
        <translation>Không còn quầy nào cho: %1. Có 1 khách đang chờ.</translation>
    </message>
    <message>
        <source>No counter is left for: %1. %2 people wait for that now.</source>
        <translation>Không còn quầy nào cho: %1. Có %2 khách đang chờ.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>Chuyển %1</translation>
    </message>
    <message>
        <source>%1 is closed. Open it with this work profile instead.</source>
        <translation>%1 đang đóng. Hãy mở quầy với hồ sơ công việc này.</translation>
    </message>
    <message>
        <source>Has now: %1.</source>
        <translation>Hiện có: %1.</translation>
    </message>
    <message>
        <source>%1 is served to the end; it counts from the next call on.</source>
        <translation>%1 được phục vụ xong; thay đổi có hiệu lực từ lần gọi sau.</translation>
    </message>
    <message>
        <source>%1 has this work profile already.</source>
        <translation>%1 đã có hồ sơ công việc này.</translation>
    </message>
    <message>
        <source>Somebody else has just given %1 another work profile: %2.</source>
        <translation>Người khác vừa giao cho %1 hồ sơ công việc khác: %2.</translation>
    </message>
    <message>
        <source>%1 Move all the same?</source>
        <translation>%1 Vẫn chuyển?</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Mở %1</translation>
    </message>
    <message>
        <source>Who works there</source>
        <translation>Ai làm ở đó</translation>
    </message>
    <message>
        <source>Work profile</source>
        <translation>Hồ sơ công việc</translation>
    </message>
    <message>
        <source>%1 is open already, for %2.</source>
        <translation>%1 đã mở, do %2 phụ trách.</translation>
    </message>
    <message>
        <source>Everybody on the staff list is at a counter. Close another counter first.</source>
        <translation>Mọi nhân viên trong danh sách đều đang ở quầy. Hãy đóng một quầy khác trước.</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>Đóng %1</translation>
    </message>
    <message>
        <source>%1 is closed already.</source>
        <translation>%1 đã đóng rồi.</translation>
    </message>
    <message>
        <source>%1 is signed off.</source>
        <translation>%1 sẽ rời quầy.</translation>
    </message>
    <message>
        <source>Break at %1</source>
        <translation>Tạm nghỉ ở %1</translation>
    </message>
    <message>
        <source>Begin the break</source>
        <translation>Bắt đầu nghỉ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>%1 is closed.</source>
        <translation>%1 đang đóng.</translation>
    </message>
    <message>
        <source>Nobody is called there until the break ends.</source>
        <translation>Quầy không gọi ai cho đến khi hết nghỉ.</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Chuyển</translation>
    </message>
    <message>
        <source>To which service</source>
        <translation>Sang dịch vụ nào</translation>
    </message>
    <message>
        <source>This ticket is closed by now.</source>
        <translation>Phiếu này nay đã kết thúc.</translation>
    </message>
    <message>
        <source>Transfer %1</source>
        <translation>Chuyển %1</translation>
    </message>
    <message>
        <source>Waits for: %1.</source>
        <translation>Đang chờ: %1.</translation>
    </message>
    <message>
        <source>Is at %1 for: %2. It leaves that counter and waits again.</source>
        <translation>Đang ở %1: %2. Phiếu sẽ rời quầy và chờ lại.</translation>
    </message>
    <message>
        <source>%1 · %2 waiting</source>
        <translation>%1 · %2 chờ</translation>
    </message>
    <message>
        <source>No counter at work serves %1 now.</source>
        <translation>Hiện không quầy nào đang làm phục vụ %1.</translation>
    </message>
    <message>
        <source>Put %1 first</source>
        <translation>Đưa %1 lên đầu</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>Đưa lên đầu</translation>
    </message>
    <message>
        <source>It is the next to be called of its queue. Where it stood is remembered.</source>
        <translation>Phiếu sẽ được gọi tiếp theo trong hàng của mình. Chỗ cũ được ghi nhớ.</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>Hủy %1</translation>
    </message>
    <message>
        <source>Cancel the ticket</source>
        <translation>Hủy phiếu</translation>
    </message>
    <message>
        <source>It leaves the queue. It can be restored later today.</source>
        <translation>Phiếu ra khỏi hàng. Trong hôm nay vẫn khôi phục được.</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>Khôi phục %1</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>It did not come when called. It waits again, first in its queue.</source>
        <translation>Khách không đến khi được gọi. Phiếu chờ lại, ở đầu hàng.</translation>
    </message>
    <message>
        <source>It was cancelled. It waits again, at its old place.</source>
        <translation>Phiếu đã bị hủy. Phiếu chờ lại, ở chỗ cũ.</translation>
    </message>
    <message>
        <source>%1 is first in its queue already.</source>
        <translation>%1 đã ở đầu hàng.</translation>
    </message>
    <message>
        <source>%1 waits already.</source>
        <translation>%1 đang chờ rồi.</translation>
    </message>
    <message>
        <source>%1 does not wait any longer: %2.</source>
        <translation>%1 không còn chờ: %2.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Chỗ</translation>
    </message>
    <message>
        <source>%1 cannot be sent on now: %2.</source>
        <translation>Hiện không chuyển được %1: %2.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ khi</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ngay</translation>
    </message>
    <message>
        <source>In %1 min</source>
        <translation>Sau %1 phút</translation>
    </message>
    <message>
        <source>%1 waits there already. Choose another service, or to whom or when.</source>
        <translation>%1 đang chờ ở đó rồi. Hãy chọn dịch vụ khác, hoặc chọn cho ai, khi nào.</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Cho ai</translation>
    </message>
    <message>
        <source>Any counter</source>
        <translation>Quầy nào cũng được</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · at no counter</source>
        <translation>%1 · không ở quầy nào</translation>
    </message>
    <message>
        <source>Somebody else has just sent %1 to: %2. Nothing was changed here.</source>
        <translation>Người khác vừa chuyển %1 đến: %2. Ở đây chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>%1 is at no counter now: nobody calls the ticket until that changes.</source>
        <translation>%1 hiện không ở quầy nào: chưa ai gọi phiếu này cho đến khi họ vào quầy.</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Đặt</translation>
    </message>
    <message>
        <source>Who the customer is</source>
        <translation>Khách thuộc diện nào</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>Khách thường</translation>
    </message>
    <message>
        <source>Customer of %1</source>
        <translation>Khách của phiếu %1</translation>
    </message>
    <message>
        <source>Customer of a ticket</source>
        <translation>Khách của một phiếu</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>Hiện nay: %1.</translation>
    </message>
    <message>
        <source>Promised then: called within %1 min.</source>
        <translation>Khi đó hẹn gọi trong %1 phút.</translation>
    </message>
    <message>
        <source>It leaves the queue and counts as somebody who left without being served. It can be restored later today.</source>
        <translation>Phiếu rời hàng và được tính là khách bỏ về khi chưa được phục vụ. Hôm nay vẫn có thể khôi phục.</translation>
    </message>
    <message>
        <source>The person had left. It waits again, at its old place.</source>
        <translation>Khách đã bỏ về. Phiếu chờ lại ở chỗ cũ.</translation>
    </message>
    <message>
        <source>%1 joins its queue later; it can be put first then.</source>
        <translation>%1 sẽ vào hàng sau; khi đó mới đưa lên đầu được.</translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message>
        <source>Please wait, reconnecting</source>
        <translation>Xin chờ, đang kết nối lại</translation>
    </message>
    <message>
        <source>Numbers can be taken again as soon as the connection is back</source>
        <translation>Có thể lấy số lại ngay khi có kết nối</translation>
    </message>
    <message>
        <source>This kiosk was withdrawn from the branch</source>
        <translation>Máy lấy số này đã bị thu hồi khỏi chi nhánh</translation>
    </message>
    <message>
        <source>To use it again, the administrator presses Enter and gives it a new code</source>
        <translation>Để dùng lại, quản trị viên nhấn Enter và nhập mã mới</translation>
    </message>
    <message>
        <source>The branch is not open now</source>
        <translation>Chi nhánh hiện chưa mở cửa</translation>
    </message>
    <message>
        <source>Numbers can be taken here when it opens</source>
        <translation>Quý khách lấy số tại đây khi chi nhánh mở cửa</translation>
    </message>
    <message>
        <source>No tickets at the moment</source>
        <translation>Hiện không nhận số</translation>
    </message>
    <message>
        <source>Opens at %1</source>
        <translation>Mở lại lúc %1</translation>
    </message>
    <message>
        <source>Opens tomorrow, %1</source>
        <translation>Mở lại ngày mai, %1</translation>
    </message>
    <message>
        <source>Opens %2, %1</source>
        <translation>Mở lại %2, %1</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Xin chào quý khách</translation>
    </message>
    <message>
        <source>Touch to take a number</source>
        <translation>Chạm để lấy số</translation>
    </message>
    <message>
        <source>Please keep this ticket. Missed your turn? Tell any counter your number.</source>
        <translation>Vui lòng giữ phiếu. Lỡ lượt: đến quầy bất kỳ, báo số.</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Không thuộc diện nào</translation>
    </message>
    <message>
        <source>I am a customer here: enter my phone number</source>
        <translation>Tôi đã là khách hàng: nhập số điện thoại</translation>
    </message>
</context>
<context>
    <name>LanguageWord</name>
    <message>
        <source>Vietnamese</source>
        <translation>tiếng Việt</translation>
    </message>
    <message>
        <source>English</source>
        <translation>tiếng Anh</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>tiếng Trung</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>tiếng Hàn</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>tiếng Nhật</translation>
    </message>
    <message>
        <source>French</source>
        <translation>tiếng Pháp</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>tiếng Nga</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>tiếng Khmer</translation>
    </message>
</context>
<context>
    <name>Lobby</name>
    <message>
        <source>Now calling</source>
        <translation>Mời số</translation>
    </message>
    <message>
        <source>Last called</source>
        <translation>Vừa gọi</translation>
    </message>
    <message>
        <source>Last known call</source>
        <translation>Lượt gọi cuối được biết</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Called before</source>
        <translation>Đã gọi trước đó</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>khoảng %1 phút</translation>
    </message>
    <message>
        <source>No number has been called yet</source>
        <translation>Chưa gọi số nào</translation>
    </message>
    <message>
        <source>The branch is closed</source>
        <translation>Chi nhánh đã đóng cửa</translation>
    </message>
    <message>
        <source>Numbers appear here when it opens again</source>
        <translation>Số sẽ hiện tại đây khi mở cửa trở lại</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Đang kết nối…</translation>
    </message>
    <message>
        <source>Please listen for your number, or ask at the counter</source>
        <translation>Vui lòng nghe gọi số hoặc hỏi tại quầy</translation>
    </message>
    <message>
        <source>Data as of %1 — please ask at the counter</source>
        <translation>Dữ liệu lúc %1 — vui lòng hỏi tại quầy</translation>
    </message>
    <message>
        <source>This display was withdrawn from the branch</source>
        <translation>Màn hình này đã bị thu hồi khỏi chi nhánh</translation>
    </message>
    <message>
        <source>To use it again, the administrator presses Enter and gives it a new code</source>
        <translation>Để dùng lại, quản trị viên nhấn Enter và nhập mã mới</translation>
    </message>
    <message>
        <source>Called again</source>
        <translation>Mời lại</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>Dự kiến chờ</translation>
    </message>
    <message>
        <source>under %1 min</source>
        <translation>dưới %1 phút</translation>
    </message>
    <message>
        <source>— not enough known yet</source>
        <translation>— chưa đủ số liệu</translation>
    </message>
    <message>
        <source>no counter open now</source>
        <translation>chưa có quầy phục vụ</translation>
    </message>
    <message>
        <source>opens at %1</source>
        <translation>mở lúc %1</translation>
    </message>
    <message>
        <source>closed for today</source>
        <translation>hôm nay đã hết giờ</translation>
    </message>
    <message>
        <source>Please come in</source>
        <translation>Mời vào</translation>
    </message>
    <message>
        <source>Zone “%1” is not defined at this branch</source>
        <translation>Khu “%1” chưa được khai báo ở chi nhánh này</translation>
    </message>
    <message>
        <source>Its zones: %1</source>
        <translation>Các khu đã có: %1</translation>
    </message>
    <message>
        <source>No zones are defined yet</source>
        <translation>Chưa khai báo khu nào</translation>
    </message>
    <message>
        <source>no numbers left today</source>
        <translation>hết số hôm nay</translation>
    </message>
    <message>
        <source>Why another number first? Each service has its own line, and who has a booking, needs priority or would wait too long may be called before others.</source>
        <translation>Vì sao số khác được gọi trước? Mỗi dịch vụ có hàng riêng; khách có hẹn, khách ưu tiên và người sắp chờ quá lâu có thể được mời trước.</translation>
    </message>
</context>
<context>
    <name>MoveWords</name>
    <message>
        <source>%1 is closed by now.</source>
        <translation>%1 nay đã đóng.</translation>
    </message>
    <message>
        <source>%1 was called to %2 by now.</source>
        <translation>%1 nay đã được gọi đến %2.</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1 opened for %2</source>
        <translation>%1: mở cho %2</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <translation>%1: đã đóng</translation>
    </message>
    <message>
        <source>%1 on a break: %2</source>
        <translation>%1 tạm nghỉ: %2</translation>
    </message>
    <message>
        <source>%1: break ended</source>
        <translation>%1: hết giờ nghỉ</translation>
    </message>
    <message>
        <source>%1 put first</source>
        <translation>%1: đưa lên đầu hàng</translation>
    </message>
    <message>
        <source>%1 put back to its place</source>
        <translation>%1: trả về chỗ cũ</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1: đã hủy</translation>
    </message>
    <message>
        <source>%1 restored</source>
        <translation>%1: đã khôi phục</translation>
    </message>
    <message>
        <source>Day opened</source>
        <translation>Đã mở ngày</translation>
    </message>
    <message>
        <source>Day closed</source>
        <translation>Đã đóng ngày</translation>
    </message>
    <message>
        <source>%1 is closed by now. Open it with the work profile it should have.</source>
        <translation>%1 nay đã đóng. Hãy mở lại với hồ sơ công việc cần có.</translation>
    </message>
    <message>
        <source>%1 was given %2 since. Move it again if that is not right.</source>
        <translation>%1 sau đó đã được giao %2. Hãy chuyển lại nếu chưa đúng.</translation>
    </message>
    <message>
        <source>%1 is not with %2 any longer.</source>
        <translation>%1 không còn do %2 phụ trách.</translation>
    </message>
    <message>
        <source>%1 is at %2 now. It can be closed when they are finished.</source>
        <translation>%1 đang ở %2. Có thể đóng quầy khi phục vụ xong.</translation>
    </message>
    <message>
        <source>%1 was opened for %2 since.</source>
        <translation>%1 sau đó đã được mở cho %2.</translation>
    </message>
    <message>
        <source>%1 is at %2 by now.</source>
        <translation>%1 nay đang ở %2.</translation>
    </message>
    <message>
        <source>The break of %1 is over already.</source>
        <translation>%1 đã hết giờ nghỉ.</translation>
    </message>
    <message>
        <source>%1 is on a break again.</source>
        <translation>%1 lại đang tạm nghỉ.</translation>
    </message>
    <message>
        <source>%1 has %2 by now.</source>
        <translation>%1 nay đang có số %2.</translation>
    </message>
    <message>
        <source>%1 is back at its place already.</source>
        <translation>%1 đã về chỗ cũ rồi.</translation>
    </message>
    <message>
        <source>Put %1 first again in Tickets if that was a mistake.</source>
        <translation>Nếu nhầm, hãy đưa %1 lên đầu lại ở trang Phiếu.</translation>
    </message>
    <message>
        <source>%1 was restored already.</source>
        <translation>%1 đã được khôi phục rồi.</translation>
    </message>
    <message>
        <source>Too much happened since; %1 cannot be restored. Give the person a new ticket.</source>
        <translation>Đã có quá nhiều thay đổi sau đó; không khôi phục được %1. Hãy cấp phiếu mới cho khách.</translation>
    </message>
    <message>
        <source>Somebody else has the number %1 by now. Give the person a new ticket.</source>
        <translation>Số %1 nay đã cấp cho người khác. Hãy cấp phiếu mới cho khách.</translation>
    </message>
    <message>
        <source>%1 waits again. Cancel it in Tickets if that was a mistake.</source>
        <translation>%1 đang chờ lại. Nếu nhầm, hãy hủy ở trang Phiếu.</translation>
    </message>
    <message>
        <source>%1 was in the hands of %2. Transfer it in Tickets, or let the counter call it.</source>
        <translation>%1 lúc đó đang ở %2. Hãy chuyển ở trang Phiếu, hoặc để quầy gọi lại.</translation>
    </message>
    <message>
        <source>%1 was sent to the end of a queue, and where it stood before is not kept. Transfer it in Tickets.</source>
        <translation>%1 đã bị chuyển xuống cuối hàng, chỗ cũ không được lưu. Hãy chuyển lại ở trang Phiếu.</translation>
    </message>
    <message>
        <source>%1 was sent on to %2 since.</source>
        <translation>%1 sau đó đã được chuyển sang %2.</translation>
    </message>
    <message>
        <source>A day that began is closed, not undone.</source>
        <translation>Ngày đã bắt đầu thì đóng lại, không hoàn tác.</translation>
    </message>
    <message>
        <source>The tickets of the day have ended. The day itself can be opened again.</source>
        <translation>Các phiếu trong ngày đã kết thúc. Ngày thì vẫn mở lại được.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Việc này không hoàn tác được.</translation>
    </message>
    <message>
        <source>This was undone already.</source>
        <translation>Việc này đã được hoàn tác.</translation>
    </message>
    <message>
        <source>That was on an earlier day.</source>
        <translation>Việc đó thuộc một ngày trước.</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>sau %1 phút</translation>
    </message>
    <message>
        <source>%1 was to come later before. Transfer it in Tickets.</source>
        <translation>Trước đó %1 được hẹn đến sau. Hãy chuyển lại trong mục Phiếu.</translation>
    </message>
    <message>
        <source>%1 was put aside or to come later before. Restore it in Tickets.</source>
        <translation>Trước đó %1 đang tạm giữ hoặc được hẹn đến sau. Hãy khôi phục trong mục Phiếu.</translation>
    </message>
    <message>
        <source>%1 was changed again since: %2.</source>
        <translation>%1 đã được đổi lại sau đó: %2.</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>Khách thường</translation>
    </message>
</context>
<context>
    <name>ParkWord</name>
    <message>
        <source>Fills in a form</source>
        <translation>Điền giấy tờ</translation>
    </message>
    <message>
        <source>Fetches papers</source>
        <translation>Lấy thêm giấy tờ</translation>
    </message>
    <message>
        <source>Pays elsewhere</source>
        <translation>Nộp tiền nơi khác</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>Chờ phê duyệt</translation>
    </message>
    <message>
        <source>Being processed</source>
        <translation>Đang xử lý</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Lý do khác</translation>
    </message>
</context>
<context>
    <name>ProfileLines</name>
    <message>
        <source>waited %1 min</source>
        <translation>chờ %1 phút</translation>
    </message>
    <message>
        <source>goal reached: %1</source>
        <translation>đạt mục đích: %1</translation>
    </message>
    <message>
        <source>for supervisors</source>
        <translation>cho trưởng ca</translation>
    </message>
    <message>
        <source>Score: %1 of 5</source>
        <translation>Điểm: %1 trên 5</translation>
    </message>
    <message>
        <source>why: %1</source>
        <translation>vì: %1</translation>
    </message>
    <message>
        <source>offered instead: %1</source>
        <translation>đề nghị thay thế: %1</translation>
    </message>
    <message>
        <source>they came to us</source>
        <translation>khách liên hệ trước</translation>
    </message>
    <message>
        <source>we came to them</source>
        <translation>ta liên hệ trước</translation>
    </message>
    <message>
        <source>looks after them</source>
        <translation>phụ trách khách này</translation>
    </message>
    <message>
        <source>served them before, the latest first</source>
        <translation>đã từng phục vụ, gần nhất trước</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>Has: %1</source>
        <translation>Đang có: %1</translation>
    </message>
    <message>
        <source>Speaks %1</source>
        <translation>Nói %1</translation>
    </message>
    <message>
        <source>To be reached by: %1</source>
        <translation>Liên hệ qua: %1</translation>
    </message>
    <message>
        <source>Not between %1 and %2</source>
        <translation>Không liên hệ từ %1 đến %2</translation>
    </message>
    <message>
        <source>withdrawn on %1</source>
        <translation>rút lại ngày %1</translation>
    </message>
    <message>
        <source>agreed on %1</source>
        <translation>đồng ý ngày %1</translation>
    </message>
    <message>
        <source>Surely the same person: %1</source>
        <translation>Chắc chắn cùng một người: %1</translation>
    </message>
    <message>
        <source>Perhaps the same person: %1</source>
        <translation>Có thể cùng một người: %1</translation>
    </message>
    <message>
        <source>same %1</source>
        <translation>trùng %1</translation>
    </message>
    <message>
        <source>Profile %1 % complete. Missing: %2</source>
        <translation>Hồ sơ đầy đủ %1 %. Còn thiếu: %2</translation>
    </message>
</context>
<context>
    <name>ServiceTree</name>
    <message>
        <source>Nobody is waiting</source>
        <translation>Không có ai đang chờ</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n người đang chờ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupervisorWords</name>
    <message>
        <source>Other reason</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <source>Needs help (elderly, unwell, with a small child)</source>
        <translation>Cần hỗ trợ (cao tuổi, mệt, có con nhỏ)</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Đã quay lại</translation>
    </message>
    <message>
        <source>Ticket was for another service</source>
        <translation>Lấy nhầm dịch vụ</translation>
    </message>
    <message>
        <source>The other queue is shorter</source>
        <translation>Hàng kia ngắn hơn</translation>
    </message>
    <message>
        <source>Has another ticket</source>
        <translation>Đã có phiếu khác</translation>
    </message>
    <message>
        <source>Left the branch</source>
        <translation>Đã ra về</translation>
    </message>
    <message>
        <source>Our mistake</source>
        <translation>Do mình nhầm</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Đầu hàng</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Cuối hàng</translation>
    </message>
    <message>
        <source>By time waited</source>
        <translation>Theo thời gian đã chờ</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Đã gọi</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>Đang phục vụ</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Vắng mặt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Đã kết thúc</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>1 counter</source>
        <translation>1 quầy</translation>
    </message>
    <message>
        <source>%1 counters</source>
        <translation>%1 quầy</translation>
    </message>
    <message>
        <source>1 ticket</source>
        <translation>1 phiếu</translation>
    </message>
    <message>
        <source>%1 tickets</source>
        <translation>%1 phiếu</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 và %2 mục khác</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Tạm giữ</translation>
    </message>
    <message>
        <source>Being wrapped up</source>
        <translation>Đang hoàn tất</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Đã bỏ về</translation>
    </message>
    <message>
        <source>Comes later</source>
        <translation>Đến sau</translation>
    </message>
    <message>
        <source>Waiting, put first</source>
        <translation>Đang chờ, đưa lên đầu</translation>
    </message>
    <message>
        <source>for counter %1</source>
        <translation>cho quầy %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>cho %1</translation>
    </message>
</context>
<context>
    <name>TicketLayout</name>
    <message>
        <source>a minute or less</source>
        <translation>không quá một phút</translation>
    </message>
    <message>
        <source>within %1 minutes</source>
        <translation>trong vòng %1 phút</translation>
    </message>
    <message>
        <source>about %1 minutes</source>
        <translation>khoảng %1 phút</translation>
    </message>
    <message>
        <source>about %1–%2 minutes</source>
        <translation>khoảng %1–%2 phút</translation>
    </message>
    <message>
        <source>You are next in this line</source>
        <translation>Quý khách là người tiếp theo</translation>
    </message>
    <message>
        <source>People ahead of you: %1</source>
        <translation>Trước quý khách: %1 người</translation>
    </message>
    <message>
        <source>Expected wait: %1</source>
        <translation>Dự kiến chờ: %1</translation>
    </message>
    <message>
        <source>Please wait at: %1</source>
        <translation>Chờ tại: %1</translation>
    </message>
    <message>
        <source>Please have ready: %1</source>
        <translation>Vui lòng chuẩn bị: %1</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Số của quý khách</translation>
    </message>
    <message>
        <source>Scan to follow your turn on your phone</source>
        <translation>Quét mã để theo dõi lượt trên điện thoại</translation>
    </message>
    <message>
        <source>Priority: please have what shows it ready</source>
        <translation>Ưu tiên: vui lòng chuẩn bị giấy tờ chứng minh</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message>
        <source>%1 min left</source>
        <translation>còn %1 phút</translation>
    </message>
    <message>
        <source>put aside: %1; back by itself at %2, %3</source>
        <translation>tạm giữ: %1; tự trở lại lúc %2, %3</translation>
    </message>
    <message>
        <source>put aside: %1; until a counter takes it up</source>
        <translation>tạm giữ: %1; đến khi có quầy gọi lại</translation>
    </message>
    <message>
        <source>%1 (counter %2)</source>
        <translation>%1 (quầy %2)</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 phút</translation>
    </message>
    <message>
        <source>Ticket taken %1</source>
        <translation>Lấy phiếu lúc %1</translation>
    </message>
    <message>
        <source>waits on from an earlier day, %1</source>
        <translation>chờ tiếp từ ngày trước, %1</translation>
    </message>
    <message>
        <source>booked for %1</source>
        <translation>hẹn lúc %1</translation>
    </message>
    <message>
        <source>asks for the language: %1</source>
        <translation>cần ngôn ngữ: %1</translation>
    </message>
    <message>
        <source>step %1 of the visit, here since %2</source>
        <translation>bước %1 của lượt, ở đây từ %2</translation>
    </message>
    <message>
        <source>expected to be called in %1; half of such waits are within %2 min</source>
        <translation>dự kiến gọi sau %1; một nửa số lần như vậy trong vòng %2 phút</translation>
    </message>
    <message>
        <source>when it is called: not enough known yet</source>
        <translation>khi nào được gọi: chưa đủ dữ liệu</translation>
    </message>
    <message>
        <source>waits %1 and nobody else</source>
        <translation>chỉ chờ %1</translation>
    </message>
    <message>
        <source>joins its queue at %1, %2</source>
        <translation>vào hàng lúc %1, %2</translation>
    </message>
    <message>
        <source>put first by hand; its place by time waited is %1</source>
        <translation>được đưa lên đầu; chỗ theo thời gian chờ là %1</translation>
    </message>
    <message>
        <source>others who came later were called before it: %1 of at most %2</source>
        <translation>số lần người đến sau được gọi trước: %1, nhiều nhất %2</translation>
    </message>
    <message>
        <source>others who came later were called before it: %1</source>
        <translation>số lần người đến sau được gọi trước: %1</translation>
    </message>
    <message>
        <source>last called %1</source>
        <translation>gọi lần cuối %1</translation>
    </message>
    <message>
        <source>called %1 to %2</source>
        <translation>gọi lúc %1 đến %2</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>bắt đầu %1</translation>
    </message>
    <message>
        <source>the person left %1</source>
        <translation>khách về lúc %1</translation>
    </message>
    <message>
        <source>then: %1</source>
        <translation>sau đó: %1</translation>
    </message>
    <message>
        <source>calls missed: %1</source>
        <translation>lỡ lượt: %1</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>kết thúc %1</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>waiting</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <source>called</source>
        <translation>đã được gọi</translation>
    </message>
    <message>
        <source>being served</source>
        <translation>đang phục vụ</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đã kết thúc</translation>
    </message>
    <message>
        <source>The hub did not understand this program; nothing was changed. Restart the program; if it happens again, tell the administrator (%1).</source>
        <translation>Máy chủ chi nhánh không hiểu chương trình này; chưa có gì thay đổi. Hãy khởi động lại chương trình; nếu còn lặp lại, báo quản trị viên (%1).</translation>
    </message>
    <message>
        <source>That is more than the hub takes at once; nothing was changed. Shorten it and try again.</source>
        <translation>Nội dung vượt quá mức máy chủ nhận một lần; chưa có gì thay đổi. Hãy rút ngắn rồi thử lại.</translation>
    </message>
    <message>
        <source>Too many requests in a short time; nothing was changed. Wait a few seconds and try again.</source>
        <translation>Quá nhiều yêu cầu trong thời gian ngắn; chưa có gì thay đổi. Hãy đợi vài giây rồi thử lại.</translation>
    </message>
    <message>
        <source>This program and the hub are of different versions. Ask the administrator to update one of them; it connects by itself afterwards.</source>
        <translation>Chương trình và máy chủ khác phiên bản. Hãy nhờ quản trị viên cập nhật; sau đó chương trình tự kết nối lại.</translation>
    </message>
    <message>
        <source>The branch has no services yet. Ask the administrator to import its definition.</source>
        <translation>Chi nhánh chưa có dịch vụ nào. Hãy nhờ quản trị viên nạp cấu hình chi nhánh.</translation>
    </message>
    <message>
        <source>This service no longer exists. Choose another one.</source>
        <translation>Dịch vụ này không còn nữa. Hãy chọn dịch vụ khác.</translation>
    </message>
    <message>
        <source>This counter does not exist. Choose another one.</source>
        <translation>Không có quầy này. Hãy chọn quầy khác.</translation>
    </message>
    <message>
        <source>This work profile does not exist. Choose another one.</source>
        <translation>Không có hồ sơ công việc này. Hãy chọn hồ sơ khác.</translation>
    </message>
    <message>
        <source>This member of staff is not known here. Choose another name.</source>
        <translation>Chi nhánh không có nhân viên này. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>This ticket is already closed. Look at what is on the screen now and go on from there.</source>
        <translation>Lượt này đã kết thúc. Hãy xem màn hình hiện tại rồi làm tiếp.</translation>
    </message>
    <message>
        <source>The business day is not open. Ask the supervisor to open it, then try again.</source>
        <translation>Ngày giao dịch chưa mở. Hãy nhờ giám sát mở ngày rồi thử lại.</translation>
    </message>
    <message>
        <source>The business day %1 is open already. Close it first.</source>
        <translation>Ngày giao dịch %1 đang mở. Hãy đóng ngày đó trước.</translation>
    </message>
    <message>
        <source>A later day, %1, was open already. Choose that day or a later one.</source>
        <translation>Đã từng mở ngày muộn hơn là %1. Hãy chọn ngày đó hoặc ngày sau nó.</translation>
    </message>
    <message>
        <source>%1 people are called or being served. Let the counters finish, then close the day.</source>
        <translation>Còn %1 khách đang được gọi hoặc phục vụ. Hãy để các quầy kết thúc rồi đóng ngày.</translation>
    </message>
    <message>
        <source>Nobody is signed on at this counter any longer. Sign on again.</source>
        <translation>Quầy này không còn ai làm việc. Hãy vào quầy lại.</translation>
    </message>
    <message>
        <source>This member of staff is signed on at counter %1. Sign off there first, or choose another name.</source>
        <translation>Nhân viên này đang làm việc tại quầy %1. Hãy rời quầy đó trước hoặc chọn tên khác.</translation>
    </message>
    <message>
        <source>%1 is still at this counter. Finish, transfer or mark as no-show first.</source>
        <translation>%1 vẫn đang ở quầy này. Hãy kết thúc, chuyển hoặc báo vắng mặt trước.</translation>
    </message>
    <message>
        <source>%1 is no longer at this counter. Look at what is on the screen now and go on from there.</source>
        <translation>%1 không còn ở quầy này. Hãy xem màn hình hiện tại rồi làm tiếp.</translation>
    </message>
    <message>
        <source>%1 is %2 now, so this step does not fit. Choose a step that is offered.</source>
        <translation>%1 hiện %2 nên không làm được bước này. Hãy chọn một bước đang có.</translation>
    </message>
    <message>
        <source>Nobody waits for your services. The next ticket will appear here by itself.</source>
        <translation>Không có ai chờ dịch vụ của bạn. Lượt tiếp theo sẽ tự hiện tại đây.</translation>
    </message>
    <message>
        <source>%1 was recalled %2 times, as often as this branch allows. Start if the person came, or mark as no-show.</source>
        <translation>%1 đã được gọi lại %2 lần, hết số lần cho phép. Hãy bắt đầu nếu khách đã đến, hoặc báo vắng mặt.</translation>
    </message>
    <message>
        <source>Every number of series %1 is in use. Finish some of its tickets, then issue again.</source>
        <translation>Mọi số của dãy %1 đang được dùng. Hãy kết thúc bớt lượt rồi cấp số lại.</translation>
    </message>
    <message>
        <source>The hub&apos;s disk is full; nothing was changed. Tell the administrator; work goes on when there is room.</source>
        <translation>Ổ đĩa máy chủ đã đầy; chưa có gì thay đổi. Hãy báo quản trị viên; có chỗ trống là làm tiếp được.</translation>
    </message>
    <message>
        <source>The hub could not write to its disk; it restarts by itself. Wait for the connection, look at the screen, then go on. Tell the administrator.</source>
        <translation>Máy chủ không ghi được ổ đĩa và sẽ tự khởi động lại. Hãy đợi kết nối, xem màn hình rồi làm tiếp. Báo quản trị viên.</translation>
    </message>
    <message>
        <source>The hub is stopping; nothing was changed. Wait for the connection to come back, then try again.</source>
        <translation>Máy chủ đang dừng; chưa có gì thay đổi. Hãy đợi có kết nối lại rồi thử lại.</translation>
    </message>
    <message>
        <source>This hub runs on real time, its clock cannot be set. Use a hub started for a played day.</source>
        <translation>Máy chủ này chạy theo giờ thật nên không chỉnh được đồng hồ. Hãy dùng máy chủ mở cho ngày mô phỏng.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read. Check that it is there and may be read.</source>
        <translation>Không đọc được tệp %1. Hãy kiểm tra tệp có tồn tại và được phép đọc.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written. Check the folder and its space.</source>
        <translation>Không ghi được tệp %1. Hãy kiểm tra thư mục và dung lượng trống.</translation>
    </message>
    <message>
        <source>The file %1 has a mistake in it. Correct it and try again.</source>
        <translation>Tệp %1 có lỗi. Hãy sửa rồi thử lại.</translation>
    </message>
    <message>
        <source>Another hub uses this data directory. Stop it first.</source>
        <translation>Một máy chủ khác đang dùng thư mục dữ liệu này. Hãy dừng nó trước.</translation>
    </message>
    <message>
        <source>The database is of a newer version. Update this program.</source>
        <translation>Cơ sở dữ liệu thuộc phiên bản mới hơn. Hãy cập nhật chương trình.</translation>
    </message>
    <message>
        <source>The database is damaged. Ask the administrator to restore it from the backup.</source>
        <translation>Cơ sở dữ liệu bị hỏng. Hãy nhờ quản trị viên khôi phục từ bản sao lưu.</translation>
    </message>
    <message>
        <source>This data directory is set up already. Nothing needs to be done.</source>
        <translation>Thư mục dữ liệu này đã được thiết lập. Không cần làm gì thêm.</translation>
    </message>
    <message>
        <source>The hub cannot be reached; nothing was sent. It is tried again by itself; go on when the badge says live.</source>
        <translation>Không kết nối được máy chủ; chưa gửi gì đi. Chương trình tự thử lại; làm tiếp khi nhãn báo trực tuyến.</translation>
    </message>
    <message>
        <source>The hub did not answer in time. Look at what is on the screen now: it shows whether it was done.</source>
        <translation>Máy chủ không trả lời kịp. Hãy xem màn hình hiện tại để biết việc đã được thực hiện hay chưa.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Try again; if it happens again, tell the administrator.</source>
        <translation>Chương trình gặp lỗi bên trong. Hãy thử lại; nếu còn lặp lại, báo quản trị viên.</translation>
    </message>
    <message>
        <source>%1 took over counter %2. Choose another counter, or ask them.</source>
        <translation>%1 đã tiếp quản quầy %2. Hãy chọn quầy khác hoặc hỏi lại đồng nghiệp.</translation>
    </message>
    <message>
        <source>%1 is signed on at this counter. Choose another counter, or take this one over.</source>
        <translation>%1 đang làm việc tại quầy này. Hãy chọn quầy khác hoặc tiếp quản quầy này.</translation>
    </message>
    <message>
        <source>The hub does not know this device. Ask the administrator for an enrolment code and enter it here.</source>
        <translation>Máy chủ không biết thiết bị này. Hãy xin quản trị viên mã đăng ký rồi nhập tại đây.</translation>
    </message>
    <message>
        <source>This device was withdrawn and may no longer connect. If that is a mistake, ask the administrator for a new enrolment code.</source>
        <translation>Thiết bị này đã bị thu hồi và không được kết nối nữa. Nếu nhầm, hãy xin quản trị viên mã đăng ký mới.</translation>
    </message>
    <message>
        <source>The hub does not know this code; it may be of another branch. Ask the administrator for a new one.</source>
        <translation>Máy chủ không biết mã này; có thể là mã của chi nhánh khác. Hãy xin quản trị viên mã mới.</translation>
    </message>
    <message>
        <source>This code was used already; each is good for one device. Ask the administrator for a new one.</source>
        <translation>Mã này đã được dùng; mỗi mã chỉ dùng cho một thiết bị. Hãy xin quản trị viên mã mới.</translation>
    </message>
    <message>
        <source>The time of this code is over. Ask the administrator for a new one.</source>
        <translation>Mã này đã hết hạn. Hãy xin quản trị viên mã mới.</translation>
    </message>
    <message>
        <source>This program is not enrolled at a hub yet. Ask the administrator for an enrolment code and enter it.</source>
        <translation>Chương trình này chưa đăng ký với máy chủ nào. Hãy xin quản trị viên mã đăng ký rồi nhập vào.</translation>
    </message>
    <message>
        <source>Something in the code is missing or mistyped. Compare it with the one you were given, or scan it again.</source>
        <translation>Mã bị thiếu hoặc gõ sai. Hãy so lại với mã được cấp, hoặc quét lại.</translation>
    </message>
    <message>
        <source>This device is not in the list any longer. Look at the list again.</source>
        <translation>Thiết bị này không còn trong danh sách. Hãy xem lại danh sách.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked or does not answer. Unlock it, then try again.</source>
        <translation>Kho khóa của hệ thống đang khóa hoặc không trả lời. Hãy mở kho khóa rồi thử lại.</translation>
    </message>
    <message>
        <source>The file %1 with this program&apos;s secrets cannot be used. Check the folder, its rights and its space, then try again.</source>
        <translation>Không dùng được tệp bí mật %1 của chương trình. Hãy kiểm tra thư mục, quyền truy cập và dung lượng trống rồi thử lại.</translation>
    </message>
    <message>
        <source>You were signed in as long as this branch allows. Sign in again to go on.</source>
        <translation>Bạn đã đăng nhập hết thời gian chi nhánh cho phép. Hãy đăng nhập lại để làm tiếp.</translation>
    </message>
    <message>
        <source>Your account was disabled, so you were signed out. Ask the administrator.</source>
        <translation>Tài khoản của bạn đã bị ngừng nên bạn được đăng xuất. Hãy hỏi quản trị viên.</translation>
    </message>
    <message>
        <source>You were signed out from another place. Sign in again; if it was none of you, tell the administrator.</source>
        <translation>Bạn đã bị đăng xuất từ nơi khác. Hãy đăng nhập lại; nếu không phải do bạn, hãy báo quản trị viên.</translation>
    </message>
    <message>
        <source>Your password was changed, so you were signed out. Sign in with the new one.</source>
        <translation>Mật khẩu của bạn đã được đổi nên bạn được đăng xuất. Hãy đăng nhập bằng mật khẩu mới.</translation>
    </message>
    <message>
        <source>You are signed in no longer. Sign in again to go on.</source>
        <translation>Phiên đăng nhập đã kết thúc. Hãy đăng nhập lại để làm tiếp.</translation>
    </message>
    <message>
        <source>This password is too short: at least %1 characters. Add a word or two.</source>
        <translation>Mật khẩu quá ngắn: cần ít nhất %1 ký tự. Hãy thêm một hai từ.</translation>
    </message>
    <message>
        <source>This password is too long. A sentence of a few words is enough.</source>
        <translation>Mật khẩu quá dài. Một câu vài từ là đủ.</translation>
    </message>
    <message>
        <source>This is one of the passwords everybody tries. Choose a few words only you would put together.</source>
        <translation>Đây là mật khẩu ai cũng thử đầu tiên. Hãy chọn vài từ mà chỉ bạn mới ghép với nhau.</translation>
    </message>
    <message>
        <source>This password is little more than your name. Choose a few other words.</source>
        <translation>Mật khẩu này gần như chỉ là tên bạn. Hãy chọn vài từ khác.</translation>
    </message>
    <message>
        <source>This is the password you have now. Choose a new one.</source>
        <translation>Đây là mật khẩu bạn đang dùng. Hãy chọn mật khẩu mới.</translation>
    </message>
    <message>
        <source>This password is too easy to guess. Choose a longer one of several words.</source>
        <translation>Mật khẩu này quá dễ đoán. Hãy chọn mật khẩu dài hơn, gồm vài từ.</translation>
    </message>
    <message>
        <source>Nobody is signed in here. Sign in, then try again.</source>
        <translation>Chưa có ai đăng nhập tại đây. Hãy đăng nhập rồi thử lại.</translation>
    </message>
    <message>
        <source>Account or password is not right. Check both, and Caps Lock, then try again.</source>
        <translation>Tài khoản hoặc mật khẩu không đúng. Hãy kiểm tra cả hai và phím Caps Lock rồi thử lại.</translation>
    </message>
    <message>
        <source>Too many wrong passwords for this account on this device. Wait until the button can be pressed again; the administrator can end the wait.</source>
        <translation>Đã nhập sai mật khẩu nhiều lần cho tài khoản này trên thiết bị này. Hãy đợi đến khi bấm được nút; quản trị viên có thể bỏ thời gian chờ.</translation>
    </message>
    <message>
        <source>This account is disabled. Ask the administrator to enable it.</source>
        <translation>Tài khoản này đã bị ngừng. Hãy nhờ quản trị viên mở lại.</translation>
    </message>
    <message>
        <source>Locked because nobody used it for a while. Enter your password to go on.</source>
        <translation>Đã khóa vì không ai sử dụng một lúc. Hãy nhập mật khẩu để làm tiếp.</translation>
    </message>
    <message>
        <source>This session is locked. Enter your password to go on.</source>
        <translation>Phiên làm việc đang khóa. Hãy nhập mật khẩu để làm tiếp.</translation>
    </message>
    <message>
        <source>Your password was for one use. Choose your own first.</source>
        <translation>Mật khẩu của bạn chỉ dùng một lần. Hãy đặt mật khẩu riêng trước.</translation>
    </message>
    <message>
        <source>Your role does not include this; nothing was changed. Ask the supervisor.</source>
        <translation>Vai trò của bạn không được làm việc này; chưa có gì thay đổi. Hãy nhờ giám sát.</translation>
    </message>
    <message>
        <source>Somebody else has this account name. Choose another one.</source>
        <translation>Tên tài khoản này đã có người dùng. Hãy chọn tên khác.</translation>
    </message>
    <message>
        <source>This is the last administrator. Make somebody else an administrator first.</source>
        <translation>Đây là quản trị viên cuối cùng. Hãy giao quyền quản trị cho người khác trước.</translation>
    </message>
    <message>
        <source>The hub is checking many passwords at this moment. Wait a few seconds and try again.</source>
        <translation>Máy chủ đang kiểm tra nhiều mật khẩu cùng lúc. Hãy đợi vài giây rồi thử lại.</translation>
    </message>
    <message>
        <source>No branch is set up in this data directory. Ask the administrator to set it up, or name the right one with --data.</source>
        <translation>Thư mục dữ liệu này chưa có chi nhánh nào. Hãy nhờ quản trị viên thiết lập, hoặc chỉ đúng thư mục bằng --data.</translation>
    </message>
    <message>
        <source>The hub&apos;s certificate is not of the authority this program trusts; nothing was sent. Do not go on; ask the administrator.</source>
        <translation>Chứng thư của máy chủ không thuộc nơi chương trình tin cậy; chưa gửi gì đi. Đừng làm tiếp; hãy hỏi quản trị viên.</translation>
    </message>
    <message>
        <source>The database is of an older version that this program cannot take over. Ask the administrator to set the branch up anew or to use the program it was made with.</source>
        <translation>Cơ sở dữ liệu thuộc phiên bản cũ mà chương trình này không tiếp nhận được. Hãy nhờ quản trị viên thiết lập lại chi nhánh hoặc dùng chương trình đã tạo ra nó.</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>đã hủy</translation>
    </message>
    <message>
        <source>This counter is on a break. End the break first, then call.</source>
        <translation>Quầy đang tạm nghỉ. Hãy kết thúc nghỉ rồi gọi.</translation>
    </message>
    <message>
        <source>Somebody else gave this counter another work profile in the meantime; nothing was changed. Look at what it has now, then decide again.</source>
        <translation>Người khác vừa đổi hồ sơ công việc của quầy này; chưa có gì thay đổi. Hãy xem hồ sơ hiện tại rồi quyết định lại.</translation>
    </message>
    <message>
        <source>This service is closed at this time. Choose another one, or come back when it opens.</source>
        <translation>Dịch vụ này đang đóng. Hãy chọn dịch vụ khác, hoặc quay lại khi dịch vụ mở.</translation>
    </message>
    <message>
        <source>The number %1 is on another open ticket by now, so this one cannot come back. Give the person a new ticket.</source>
        <translation>Số %1 đã được cấp cho phiếu khác đang chờ, nên không khôi phục phiếu này được. Hãy cấp phiếu mới cho khách.</translation>
    </message>
    <message>
        <source>Some services would be left without an open counter; nothing was changed. Ask the supervisor to move another counter there first.</source>
        <translation>Sẽ có dịch vụ không còn quầy nào phục vụ; chưa có gì thay đổi. Hãy nhờ giám sát chuyển quầy khác sang trước.</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>đang tạm giữ</translation>
    </message>
    <message>
        <source>in wrap-up</source>
        <translation>đang hoàn tất hồ sơ</translation>
    </message>
    <message>
        <source>gone without being served</source>
        <translation>đã bỏ về</translation>
    </message>
    <message>
        <source>This customer segment no longer exists. Choose another one.</source>
        <translation>Nhóm khách này không còn nữa. Hãy chọn nhóm khác.</translation>
    </message>
    <message>
        <source>This reason for priority no longer exists. Choose another one.</source>
        <translation>Lý do ưu tiên này không còn nữa. Hãy chọn lý do khác.</translation>
    </message>
    <message>
        <source>This outcome no longer exists. Choose another one.</source>
        <translation>Kết quả này không còn nữa. Hãy chọn kết quả khác.</translation>
    </message>
    <message>
        <source>This service is closed at this time and opens at %1. Choose another one, or come back then.</source>
        <translation>Dịch vụ này đang đóng, mở lại lúc %1. Hãy chọn dịch vụ khác hoặc quay lại lúc đó.</translation>
    </message>
    <message>
        <source>All %1 tickets of this service are given out for today. Choose another service, or come back tomorrow.</source>
        <translation>Hôm nay dịch vụ này đã phát hết %1 số. Hãy chọn dịch vụ khác hoặc quay lại ngày mai.</translation>
    </message>
    <message>
        <source>It is too early for this booking: its ticket is given from %1 on. Come back then, or take a ticket without the booking.</source>
        <translation>Chưa đến giờ nhận số cho lịch hẹn này: từ %1 mới phát số. Hãy quay lại lúc đó hoặc lấy số thường.</translation>
    </message>
    <message>
        <source>This booking was kept until %1 and has lapsed. Take a ticket without it.</source>
        <translation>Lịch hẹn này được giữ đến %1 và đã hết hiệu lực. Hãy lấy số thường.</translation>
    </message>
    <message>
        <source>The branch wants some time between two calls of a counter: %1 s are left. Call again then.</source>
        <translation>Chi nhánh quy định khoảng cách giữa hai lần gọi của một quầy: còn %1 giây. Hãy gọi lại sau đó.</translation>
    </message>
    <message>
        <source>The branch wants some time between two calls of a counter. Wait a moment and call again.</source>
        <translation>Chi nhánh quy định khoảng cách giữa hai lần gọi của một quầy. Hãy chờ một chút rồi gọi lại.</translation>
    </message>
    <message>
        <source>%1 cannot be finished yet: say first how it came out.</source>
        <translation>Chưa thể kết thúc %1: hãy chọn kết quả trước.</translation>
    </message>
    <message>
        <source>This visit has %1 services planned, as many as fit. Take some back, or let the person come again.</source>
        <translation>Lượt này đã có %1 dịch vụ tiếp theo, không thêm được nữa. Hãy bớt đi hoặc mời khách quay lại lần khác.</translation>
    </message>
    <message>
        <source>This customer is not known here any longer. Find them again, or make a new profile.</source>
        <translation>Không còn thấy khách hàng này. Hãy tìm lại hoặc tạo hồ sơ mới.</translation>
    </message>
    <message>
        <source>There is a profile like this already; nothing was added. Look whether it is the same person.</source>
        <translation>Đã có hồ sơ như thế này; chưa thêm gì. Hãy xem có phải cùng một người không.</translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime; nothing of yours was written. Look at what it says now, then change it again.</source>
        <translation>Người khác vừa thay đổi mục này; phần của bạn chưa được ghi. Hãy xem nội dung hiện tại rồi sửa lại.</translation>
    </message>
    <message>
        <source>This note was taken back by now. Nothing needs to be done.</source>
        <translation>Ghi chú này đã được rút lại. Không cần làm gì thêm.</translation>
    </message>
    <message>
        <source>This promise or complaint is not in the list any longer. Look at the list again.</source>
        <translation>Lời hứa hoặc khiếu nại này không còn trong danh sách. Hãy xem lại danh sách.</translation>
    </message>
    <message>
        <source>This number is not in the profile any longer. Look at the profile again.</source>
        <translation>Số này không còn trong hồ sơ. Hãy xem lại hồ sơ.</translation>
    </message>
    <message>
        <source>This consent is not in the profile any longer. Look at the profile again.</source>
        <translation>Sự đồng ý này không còn trong hồ sơ. Hãy xem lại hồ sơ.</translation>
    </message>
    <message>
        <source>The customer has not agreed to this; nothing was changed. Ask them first and record what they say.</source>
        <translation>Khách chưa đồng ý việc này; chưa thay đổi gì. Hãy hỏi khách trước và ghi lại câu trả lời.</translation>
    </message>
    <message>
        <source>Say why in a few words; nothing was changed yet.</source>
        <translation>Hãy nêu lý do bằng vài từ; chưa thay đổi gì.</translation>
    </message>
    <message>
        <source>That was too long ago to know who it was. Scan or type it again, or go on without a name.</source>
        <translation>Đã quá lâu nên không còn biết là ai. Hãy quét hoặc nhập lại, hoặc tiếp tục không cần tên.</translation>
    </message>
</context>
<context>
    <name>tiepdon::ActionPanel</name>
    <message>
        <source>Confirming…</source>
        <translation>Đang xác nhận…</translation>
    </message>
    <message>
        <source>The hub cannot be reached. This can be done again when the badge says live.</source>
        <translation>Không kết nối được máy chủ. Có thể làm lại khi nhãn báo trực tuyến.</translation>
    </message>
    <message>
        <source>Let go to move it here; it is asked for once more.</source>
        <translation>Thả ra để chuyển; sẽ hỏi lại một lần.</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 chờ</translation>
    </message>
    <message>
        <source>Counters for each service</source>
        <translation>Số quầy cho từng dịch vụ</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Move all the same</source>
        <translation>Vẫn chuyển</translation>
    </message>
    <message>
        <source>What was chosen is not possible any more. Choose again.</source>
        <translation>Mục đã chọn không còn chọn được nữa. Hãy chọn lại.</translation>
    </message>
</context>
<context>
    <name>tiepdon::BarMode</name>
    <message>
        <source>Another program holds the keyboard. Try again, or use the mouse.</source>
        <translation>Chương trình khác đang giữ bàn phím. Hãy thử lại, hoặc dùng chuột.</translation>
    </message>
    <message>
        <source>This key does nothing now. F12 opens the window.</source>
        <translation>Phím này hiện không dùng được. F12 mở cửa sổ.</translation>
    </message>
    <message>
        <source>%1 belongs to another program: start this one with --chord and other keys.</source>
        <translation>%1 đang do chương trình khác dùng: hãy khởi động với --chord và tổ hợp phím khác.</translation>
    </message>
    <message>
        <source>This keyboard has no %1: start with --chord and other keys.</source>
        <translation>Bàn phím này không có %1: hãy khởi động với --chord và tổ hợp phím khác.</translation>
    </message>
    <message>
        <source>The keys %1 reach the bar only on X11; here it is used with the mouse.</source>
        <translation>Tổ hợp %1 chỉ dùng được trên X11; ở đây hãy dùng chuột cho thanh này.</translation>
    </message>
    <message>
        <source>%1: taken</source>
        <translation>%1: đã bị dùng</translation>
    </message>
    <message>
        <source>%1: no such key</source>
        <translation>%1: không có phím này</translation>
    </message>
    <message>
        <source>mouse only</source>
        <translation>chỉ dùng chuột</translation>
    </message>
</context>
<context>
    <name>tiepdon::ChoicePage</name>
    <message>
        <source>No services can be chosen here at the moment. Please ask our staff.</source>
        <translation>Hiện không có dịch vụ nào để chọn ở đây. Xin hỏi nhân viên.</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Trang trước</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Trang sau</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Trang %1/%2</translation>
    </message>
    <message>
        <source>No counter open for it now; you can still take a number</source>
        <translation>Chưa có quầy phục vụ; vẫn lấy số được</translation>
    </message>
    <message>
        <source>No numbers left today</source>
        <translation>Hết số hôm nay</translation>
    </message>
</context>
<context>
    <name>tiepdon::ChoicePanel</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>tiepdon::ChoosePage</name>
    <message>
        <source>free</source>
        <translation>trống</translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>Đang xác nhận…</translation>
    </message>
    <message>
        <source>The hub cannot be reached. Signing on is possible again when the badge says live.</source>
        <translation>Không kết nối được máy chủ. Có thể vào quầy khi nhãn báo trực tuyến.</translation>
    </message>
    <message>
        <source>The business day is not open yet. Ask the supervisor to open it; this page notices by itself.</source>
        <translation>Ngày giao dịch chưa mở. Hãy nhờ giám sát mở ngày; trang này tự cập nhật.</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>Vào quầy</translation>
    </message>
    <message>
        <source>Where do you work today?</source>
        <translation>Hôm nay bạn làm ở đâu?</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Work profile</source>
        <translation>Hồ sơ công việc</translation>
    </message>
    <message>
        <source>Waiting for the branch</source>
        <translation>Đang đợi chi nhánh</translation>
    </message>
    <message>
        <source>%1 is at this counter, with %2.</source>
        <translation>%1 đang ở quầy này, cùng số %2.</translation>
    </message>
    <message>
        <source>%1 is at this counter.</source>
        <translation>%1 đang ở quầy này.</translation>
    </message>
    <message>
        <source>Take over counter %1 from %2? %3 goes on with you.</source>
        <translation>Tiếp quản quầy %1 từ %2? Bạn sẽ tiếp tục với số %3.</translation>
    </message>
    <message>
        <source>Take over counter %1 from %2?</source>
        <translation>Tiếp quản quầy %1 từ %2?</translation>
    </message>
    <message>
        <source>Take over from %1…</source>
        <translation>Tiếp quản từ %1…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Tiếp quản</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Đã đăng nhập</translation>
    </message>
    <message>
        <source>Its counters appear here as soon as the hub answers.</source>
        <translation>Các quầy sẽ hiện tại đây ngay khi máy chủ trả lời.</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>Tiếp quản…</translation>
    </message>
    <message>
        <source>%1 is at this counter, on a break since %2.</source>
        <translation>%1 đang ở quầy này, tạm nghỉ từ %2.</translation>
    </message>
</context>
<context>
    <name>tiepdon::ConnectionBadge</name>
    <message>
        <source>Live</source>
        <translation>Trực tuyến</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Đang kết nối…</translation>
    </message>
    <message>
        <source>Reconnecting · data as of %1</source>
        <translation>Đang kết nối lại · dữ liệu lúc %1</translation>
    </message>
    <message>
        <source>Refused by the hub · data as of %1</source>
        <translation>Máy chủ từ chối · dữ liệu lúc %1</translation>
    </message>
    <message>
        <source>Refused by the hub</source>
        <translation>Máy chủ từ chối</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Kết nối: %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Đã kết nối</translation>
    </message>
</context>
<context>
    <name>tiepdon::CounterTile</name>
    <message>
        <source>Closed</source>
        <translation>Đã đóng</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Đang rảnh</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Đã gọi</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Đang phục vụ</translation>
    </message>
    <message>
        <source>On break</source>
        <translation>Tạm nghỉ</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>over the usual time</source>
        <translation>quá giờ thường lệ</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>đang chọn</translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation>Hoàn tất</translation>
    </message>
</context>
<context>
    <name>tiepdon::CountersModel</name>
    <message>
        <source>Counter %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>%1, taken by %2</source>
        <translation>%1, %2 đang làm việc</translation>
    </message>
    <message>
        <source>%1, free</source>
        <translation>%1, trống</translation>
    </message>
</context>
<context>
    <name>tiepdon::CoverList</name>
    <message>
        <source>%1: %2 counters</source>
        <translation>%1: %2 quầy</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>và %1 mục khác</translation>
    </message>
</context>
<context>
    <name>tiepdon::CreatePanel</name>
    <message>
        <source>(no form)</source>
        <translation>(không xưng hô)</translation>
    </message>
    <message>
        <source>Form of address</source>
        <translation>Cách xưng hô</translation>
    </message>
    <message>
        <source>(language)</source>
        <translation>(ngôn ngữ)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Some fields of the card could not be read: check them with the customer.</source>
        <translation>Có ô trên thẻ không đọc được: hãy hỏi lại khách.</translation>
    </message>
    <message>
        <source>A profile needs a name. Without one, go on serving without a profile.</source>
        <translation>Hồ sơ cần có tên. Không có tên thì cứ phục vụ không cần hồ sơ.</translation>
    </message>
    <message>
        <source>This is no mobile number of Vietnam, nor one of another country with its +. Check it with the customer.</source>
        <translation>Đây không phải số di động Việt Nam, cũng không phải số nước ngoài có dấu +. Hãy hỏi lại khách.</translation>
    </message>
    <message>
        <source>A citizen card has 12 digits, an older one 9, a passport letters and digits. Check it with the customer.</source>
        <translation>Căn cước có 12 chữ số, chứng minh cũ có 9, hộ chiếu có chữ và số. Hãy hỏi lại khách.</translation>
    </message>
    <message>
        <source>Type the day as 17/5/1990, or the year alone.</source>
        <translation>Nhập ngày kiểu 17/5/1990, hoặc chỉ năm.</translation>
    </message>
    <message>
        <source>There is a profile like this already. Is it the same person?</source>
        <translation>Đã có hồ sơ như thế này. Có phải cùng một người không?</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Hồ sơ mới</translation>
    </message>
    <message>
        <source>New profile for %1</source>
        <translation>Hồ sơ mới cho %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Add and link</source>
        <translation>Thêm và gắn vào số</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Giấy tờ</translation>
    </message>
    <message>
        <source>Citizen card or passport</source>
        <translation>Căn cước hoặc hộ chiếu</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Agrees: %1</source>
        <translation>Đồng ý: %1</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Xem các hồ sơ đó</translation>
    </message>
    <message>
        <source>Add all the same</source>
        <translation>Vẫn thêm</translation>
    </message>
</context>
<context>
    <name>tiepdon::CustomerPanels</name>
    <message>
        <source>What is missing for you to serve well?</source>
        <translation>Bạn còn thiếu gì để phục vụ tốt?</translation>
    </message>
    <message>
        <source>One figure sends it to whoever can help. Words of your own may come first: Shift+Tab.</source>
        <translation>Một phím số gửi ngay đến người giúp được. Muốn ghi thêm lời thì bấm Shift+Tab trước.</translation>
    </message>
    <message>
        <source>In your words (may be empty)</source>
        <translation>Lời của bạn (có thể để trống)</translation>
    </message>
    <message>
        <source>What is missing, in your words</source>
        <translation>Điều còn thiếu, bằng lời của bạn</translation>
    </message>
    <message>
        <source>Sent: %1 is missing.</source>
        <translation>Đã gửi: còn thiếu %1.</translation>
    </message>
    <message>
        <source>Taken back at once</source>
        <translation>Rút lại ngay</translation>
    </message>
    <message>
        <source>What does %1 agree to?</source>
        <translation>%1 đồng ý những gì?</translation>
    </message>
    <message>
        <source>Choose one to read its wording to them.</source>
        <translation>Chọn một mục để đọc nội dung cho khách nghe.</translation>
    </message>
    <message>
        <source>%1: agreed</source>
        <translation>%1: đã đồng ý</translation>
    </message>
    <message>
        <source>%1: no</source>
        <translation>%1: chưa</translation>
    </message>
    <message>
        <source>They agreed to this. It ends at once when they withdraw it.</source>
        <translation>Khách đã đồng ý. Hết hiệu lực ngay khi khách rút lại.</translation>
    </message>
    <message>
        <source>Read it to them. Only what they say themselves counts.</source>
        <translation>Đọc cho khách nghe. Chỉ lời khách tự nói mới có giá trị.</translation>
    </message>
    <message>
        <source>They withdraw it</source>
        <translation>Khách rút lại</translation>
    </message>
    <message>
        <source>They agree</source>
        <translation>Khách đồng ý</translation>
    </message>
    <message>
        <source>Why show it whole? (%1)</source>
        <translation>Vì sao cần xem đầy đủ? (%1)</translation>
    </message>
    <message>
        <source>The reason is kept with your name. It is shown for a minute.</source>
        <translation>Lý do được lưu cùng tên bạn. Nội dung hiện trong một phút.</translation>
    </message>
</context>
<context>
    <name>tiepdon::DayPage</name>
    <message>
        <source>Confirming…</source>
        <translation>Đang xác nhận…</translation>
    </message>
    <message>
        <source>The hub cannot be reached. The day can be opened when the badge says live.</source>
        <translation>Không kết nối được máy chủ. Có thể mở ngày khi nhãn báo trực tuyến.</translation>
    </message>
    <message>
        <source>Type day, month and year, as in 31/12/2026.</source>
        <translation>Nhập ngày, tháng, năm, ví dụ 31/12/2026.</translation>
    </message>
    <message>
        <source>was open already: numbers and figures go on where they were</source>
        <translation>đã mở trước đó: số và số liệu nối tiếp</translation>
    </message>
    <message>
        <source>is not today by the hub&apos;s clock</source>
        <translation>không phải hôm nay theo giờ máy chủ</translation>
    </message>
    <message>
        <source>The business day is closed</source>
        <translation>Ngày làm việc đang đóng</translation>
    </message>
    <message>
        <source>Open it, and kiosks give tickets and counters can be opened. What happens then appears here.</source>
        <translation>Mở ngày thì máy lấy số cấp phiếu và các quầy mở được. Diễn biến sẽ hiện tại đây.</translation>
    </message>
    <message>
        <source>Business day</source>
        <translation>Ngày làm việc</translation>
    </message>
    <message>
        <source>Open the day</source>
        <translation>Mở ngày</translation>
    </message>
    <message>
        <source>%1 tickets taken</source>
        <translation>%1 phiếu đã lấy</translation>
    </message>
    <message>
        <source>%1 served</source>
        <translation>%1 đã phục vụ</translation>
    </message>
    <message>
        <source>%1 no-shows</source>
        <translation>%1 vắng</translation>
    </message>
    <message>
        <source>%1 left without being served</source>
        <translation>%1 bỏ về</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 hủy</translation>
    </message>
    <message>
        <source>%1 still open at the end</source>
        <translation>%1 còn mở khi đóng ngày</translation>
    </message>
    <message>
        <source>%1 wait on when the next day opens</source>
        <translation>%1 chờ tiếp ngày sau</translation>
    </message>
    <message>
        <source>%1 of them put aside</source>
        <translation>trong đó %1 tạm giữ</translation>
    </message>
    <message>
        <source>ordinary</source>
        <translation>khách thường</translation>
    </message>
    <message>
        <source>Customers known: %1</source>
        <translation>Khách đã biết: %1</translation>
    </message>
    <message>
        <source>(rules have changed, counting goes on)</source>
        <translation>(quy tắc vừa đổi, đang đếm tiếp)</translation>
    </message>
</context>
<context>
    <name>tiepdon::DeclinePanel</name>
    <message>
        <source>Declined for %1</source>
        <translation>Từ chối yêu cầu của %1</translation>
    </message>
    <message>
        <source>Record it</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>So that nobody has to ask twice, and the next one can offer what is possible.</source>
        <translation>Để khách không phải hỏi lại và người sau đề nghị được điều khả thi.</translation>
    </message>
    <message>
        <source>What was asked for</source>
        <translation>Khách yêu cầu gì</translation>
    </message>
    <message>
        <source>Why it was declined</source>
        <translation>Vì sao từ chối</translation>
    </message>
    <message>
        <source>What was offered instead (may be empty)</source>
        <translation>Đề nghị thay thế (có thể để trống)</translation>
    </message>
</context>
<context>
    <name>tiepdon::DeskChoices</name>
    <message>
        <source>Take a break: why? Nobody is called to your counter meanwhile.</source>
        <translation>Tạm nghỉ vì sao? Trong lúc đó không ai được gọi đến quầy của bạn.</translation>
    </message>
    <message>
        <source>Put %1 back into the queue: after how many people?</source>
        <translation>Trả %1 lại hàng: sau mấy người?</translation>
    </message>
    <message>
        <source>This is no missed call. The person keeps the number and is called again by itself.</source>
        <translation>Không tính là vắng mặt. Khách giữ nguyên số và sẽ được gọi lại.</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>sau %1</translation>
    </message>
    <message>
        <source>Park %1: why? Your counter is free for others meanwhile.</source>
        <translation>Tạm giữ %1 vì sao? Trong lúc đó quầy của bạn phục vụ được người khác.</translation>
    </message>
    <message>
        <source>Park %1 (%2): until when?</source>
        <translation>Tạm giữ %1 (%2): trong bao lâu?</translation>
    </message>
    <message>
        <source>When the time is up the person waits again by itself, first in the queue.</source>
        <translation>Hết giờ, số này tự trở lại đầu hàng chờ.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>Until I take it up</source>
        <translation>Đến khi tôi gọi</translation>
    </message>
    <message>
        <source>Who the customer is</source>
        <translation>Nhóm khách</translation>
    </message>
    <message>
        <source>Ordinary customer</source>
        <translation>Khách thường</translation>
    </message>
    <message>
        <source>Serve somebody without a ticket: what for?</source>
        <translation>Phục vụ khách không lấy số: dịch vụ nào?</translation>
    </message>
    <message>
        <source>They get a number, and their service starts at once.</source>
        <translation>Khách được cấp một số và được phục vụ ngay.</translation>
    </message>
    <message>
        <source>Finish %1: how did it come out?</source>
        <translation>Kết thúc %1: kết quả thế nào?</translation>
    </message>
    <message>
        <source>This service wants an outcome, and the branch has none to choose from: ask the administrator.</source>
        <translation>Dịch vụ này cần có kết quả nhưng chi nhánh chưa lập danh sách: hãy báo quản trị viên.</translation>
    </message>
    <message>
        <source>This service wants its outcome said.</source>
        <translation>Dịch vụ này bắt buộc chọn kết quả.</translation>
    </message>
    <message>
        <source>Finish without</source>
        <translation>Kết thúc, bỏ qua</translation>
    </message>
</context>
<context>
    <name>tiepdon::EditPanel</name>
    <message>
        <source>How to serve %1</source>
        <translation>Cách phục vụ %1</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Ghi</translation>
    </message>
    <message>
        <source>(to be reached by)</source>
        <translation>(liên hệ qua)</translation>
    </message>
    <message>
        <source>To be reached by</source>
        <translation>Liên hệ qua</translation>
    </message>
    <message>
        <source>Not between</source>
        <translation>Không liên hệ từ</translation>
    </message>
    <message>
        <source>Not to be reached from</source>
        <translation>Không liên hệ từ</translation>
    </message>
    <message>
        <source>Not to be reached until</source>
        <translation>Không liên hệ đến</translation>
    </message>
    <message>
        <source>Their wishes, in their own words</source>
        <translation>Mong muốn của khách, theo lời khách</translation>
    </message>
</context>
<context>
    <name>tiepdon::EnrolPage</name>
    <message>
        <source>This system has no keychain. What only this program may know is kept in files that nobody but you can read, in %1.</source>
        <translation>Hệ thống này không có kho khóa. Những gì chỉ chương trình này được biết sẽ lưu trong tệp chỉ bạn đọc được, tại %1.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>Đăng ký</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>Đang đăng ký…</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Xin đợi một chút…</translation>
    </message>
    <message>
        <source>Looking for the hub this computer belongs to.</source>
        <translation>Đang tìm máy chủ của máy tính này.</translation>
    </message>
    <message>
        <source>Enrol this computer</source>
        <translation>Đăng ký máy tính này</translation>
    </message>
    <message>
        <source>A one-time code brings this computer to its branch; it is good for one device only. The administrator gives you one: scan it, paste it or type it.</source>
        <translation>Mã dùng một lần đưa máy tính này vào chi nhánh; mỗi mã chỉ dùng cho một thiết bị. Quản trị viên sẽ cấp mã cho bạn: hãy quét, dán hoặc gõ vào.</translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation>Kho khóa đang khóa</translation>
    </message>
    <message>
        <source>This computer is enrolled, and its key lies in the system&apos;s keychain.</source>
        <translation>Máy tính này đã đăng ký, và khóa của máy nằm trong kho khóa của hệ thống.</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Mã dùng một lần</translation>
    </message>
</context>
<context>
    <name>tiepdon::EntryPage</name>
    <message>
        <source>The hub cannot be reached. It is tried again by itself; go on when the badge says connected.</source>
        <translation>Không kết nối được máy chủ. Chương trình tự thử lại; làm tiếp khi nhãn báo đã kết nối.</translation>
    </message>
    <message>
        <source>Try again in %1 s</source>
        <translation>Thử lại sau %1 giây</translation>
    </message>
    <message>
        <source>Connecting to the hub…</source>
        <translation>Đang kết nối máy chủ…</translation>
    </message>
</context>
<context>
    <name>tiepdon::EntryScreen</name>
    <message>
        <source>Switch language</source>
        <translation>Đổi ngôn ngữ</translation>
    </message>
    <message>
        <source>This device: %1</source>
        <translation>Thiết bị này: %1</translation>
    </message>
    <message>
        <source>Hub: %1</source>
        <translation>Máy chủ: %1</translation>
    </message>
    <message>
        <source>No keychain on this system: secrets are kept in files only you can read, in %1</source>
        <translation>Hệ thống không có kho khóa: bí mật được lưu trong tệp chỉ bạn đọc được, tại %1</translation>
    </message>
</context>
<context>
    <name>tiepdon::ErrorBanner</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Lỗi: %1</translation>
    </message>
</context>
<context>
    <name>tiepdon::FindPanel</name>
    <message>
        <source>Looking…</source>
        <translation>Đang tìm…</translation>
    </message>
    <message>
        <source>Name, phone, document, customer number, ticket, or scan a card. Accents are not needed.</source>
        <translation>Tên, điện thoại, giấy tờ, mã khách hàng, số thứ tự, hoặc quét thẻ. Không cần gõ dấu.</translation>
    </message>
    <message>
        <source>Nobody found. Enter makes a new profile of what you typed.</source>
        <translation>Không tìm thấy ai. Enter tạo hồ sơ mới từ nội dung đã nhập.</translation>
    </message>
    <message>
        <source>Nobody found. Try fewer letters, or a number.</source>
        <translation>Không tìm thấy ai. Thử ít chữ hơn, hoặc một số.</translation>
    </message>
    <message>
        <source>Some fields of the card could not be read: check them with the customer.</source>
        <translation>Có ô trên thẻ không đọc được: hãy hỏi lại khách.</translation>
    </message>
    <message>
        <source>There are more: type another letter.</source>
        <translation>Còn nữa: gõ thêm chữ.</translation>
    </message>
    <message>
        <source>It is theirs</source>
        <translation>Là của khách này</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Gọi %1</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Mở hồ sơ</translation>
    </message>
    <message>
        <source>%1 is theirs</source>
        <translation>%1 là của khách này</translation>
    </message>
    <message>
        <source>Whose is %1?</source>
        <translation>%1 là của ai?</translation>
    </message>
    <message>
        <source>Find a person or a ticket</source>
        <translation>Tìm khách hoặc số thứ tự</translation>
    </message>
    <message>
        <source>Name, phone, number, scan…</source>
        <translation>Tên, điện thoại, số, quét thẻ…</translation>
    </message>
    <message>
        <source>Whom to find</source>
        <translation>Tìm ai</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Người tìm thấy</translation>
    </message>
    <message>
        <source>New profile</source>
        <translation>Hồ sơ mới</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>tiepdon::FloorPage</name>
    <message>
        <source>Wait: the last step is not confirmed yet.</source>
        <translation>Hãy chờ: bước trước chưa được xác nhận.</translation>
    </message>
    <message>
        <source>The hub cannot be reached now.</source>
        <translation>Hiện không kết nối được máy chủ.</translation>
    </message>
    <message>
        <source>This counter is closed. Open it first.</source>
        <translation>Quầy này đang đóng. Hãy mở trước.</translation>
    </message>
    <message>
        <source>It has this work profile already.</source>
        <translation>Quầy đã có hồ sơ công việc này.</translation>
    </message>
    <message>
        <source>Wait: the last step is not confirmed yet</source>
        <translation>Hãy chờ: bước trước chưa được xác nhận</translation>
    </message>
    <message>
        <source>The hub cannot be reached now</source>
        <translation>Hiện không kết nối được máy chủ</translation>
    </message>
    <message>
        <source>Open %1…</source>
        <translation>Mở %1…</translation>
    </message>
    <message>
        <source>Transfer %1…</source>
        <translation>Chuyển %1…</translation>
    </message>
    <message>
        <source>End the break</source>
        <translation>Kết thúc nghỉ</translation>
    </message>
    <message>
        <source>Break…</source>
        <translation>Tạm nghỉ…</translation>
    </message>
    <message>
        <source>Close %1…</source>
        <translation>Đóng %1…</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Hàng chờ</translation>
    </message>
    <message>
        <source>Work profiles: drag one onto a counter, or choose it from the counter&apos;s menu (Enter)</source>
        <translation>Hồ sơ công việc: kéo vào một quầy, hoặc chọn trong bảng lệnh của quầy (Enter)</translation>
    </message>
    <message>
        <source>No counters yet</source>
        <translation>Chưa có quầy</translation>
    </message>
    <message>
        <source>Counters appear here as soon as the administrator has set the branch up.</source>
        <translation>Các quầy hiện tại đây khi quản trị viên thiết lập xong chi nhánh.</translation>
    </message>
</context>
<context>
    <name>tiepdon::GoalPanel</name>
    <message>
        <source>What does %1 want to reach?</source>
        <translation>%1 muốn đạt được điều gì?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>In their own words. When you finish you are asked whether they reached it.</source>
        <translation>Theo lời của khách. Khi kết thúc, bạn được hỏi khách đã đạt chưa.</translation>
    </message>
    <message>
        <source>Their goal</source>
        <translation>Mục đích của khách</translation>
    </message>
    <message>
        <source>“I want to …”</source>
        <translation>“Tôi muốn …”</translation>
    </message>
</context>
<context>
    <name>tiepdon::GoalStrip</name>
    <message>
        <source>%1: did they reach what they came for?</source>
        <translation>%1: khách đã đạt điều mình cần chưa?</translation>
    </message>
    <message>
        <source>%1 wanted: “%2”. Did they reach it?</source>
        <translation>%1 muốn: “%2”. Đã đạt chưa?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Close this question</source>
        <translation>Đóng câu hỏi này</translation>
    </message>
</context>
<context>
    <name>tiepdon::HitsModel</name>
    <message>
        <source>Nobody said who this is</source>
        <translation>Chưa rõ là ai</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>sinh %1</translation>
    </message>
    <message>
        <source>here %1</source>
        <translation>đến %1</translation>
    </message>
    <message>
        <source>never here before</source>
        <translation>chưa từng đến</translation>
    </message>
</context>
<context>
    <name>tiepdon::IdentityPage</name>
    <message>
        <source>Your phone number</source>
        <translation>Số điện thoại của quý khách</translation>
    </message>
    <message>
        <source>Or hold the code of your citizen card to the scanner. Who you are is for our staff only; it is not shown here. You need not say it.</source>
        <translation>Hoặc đưa mã trên căn cước công dân vào máy quét. Thông tin chỉ dành cho nhân viên, không hiện ở đây. Quý khách không bắt buộc phải nêu.</translation>
    </message>
    <message>
        <source>Nothing typed yet</source>
        <translation>Chưa nhập gì</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Xóa hết</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>Bỏ qua</translation>
    </message>
</context>
<context>
    <name>tiepdon::InlineQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>tiepdon::ItemPanel</name>
    <message>
        <source>I see to it</source>
        <translation>Tôi lo việc này</translation>
    </message>
    <message>
        <source>What they complain about</source>
        <translation>Khách khiếu nại điều gì</translation>
    </message>
    <message>
        <source>What was promised</source>
        <translation>Đã hứa điều gì</translation>
    </message>
    <message>
        <source>It is %1. It stands first on the next card and on the supervisor&apos;s board.</source>
        <translation>Việc này %1. Sẽ đứng đầu trên hồ sơ lần sau và trên bảng của trưởng ca.</translation>
    </message>
    <message>
        <source>Type the day as 5/3 or 5/3/2026, today or later.</source>
        <translation>Nhập ngày kiểu 5/3 hoặc 5/3/2026, từ hôm nay trở đi.</translation>
    </message>
    <message>
        <source>%1 for %2 is written down, %3.</source>
        <translation>Đã ghi: %1 cho %2, %3.</translation>
    </message>
    <message>
        <source>Promise, complaint or callback for %1</source>
        <translation>Lời hứa, khiếu nại hoặc gọi lại cho %1</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Ngày mai</translation>
    </message>
    <message>
        <source>In 3 days</source>
        <translation>3 ngày nữa</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Một tuần nữa</translation>
    </message>
    <message>
        <source>On a day…</source>
        <translation>Ngày khác…</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>Ai lo việc này</translation>
    </message>
</context>
<context>
    <name>tiepdon::KeyButton</name>
    <message>
        <source>%1, key %2</source>
        <translation>%1, phím %2</translation>
    </message>
</context>
<context>
    <name>tiepdon::KioskWindow</name>
    <message>
        <source>It is not known whether a number was taken</source>
        <translation>Chưa rõ đã lấy được số hay chưa</translation>
    </message>
    <message>
        <source>The connection was away for too long. Please ask our staff.</source>
        <translation>Mất kết nối quá lâu. Xin hỏi nhân viên.</translation>
    </message>
    <message>
        <source>No number was taken</source>
        <translation>Chưa lấy được số</translation>
    </message>
    <message>
        <source>The connection was lost before. Please try again in a moment.</source>
        <translation>Mất kết nối trước khi lấy số. Xin thử lại sau giây lát.</translation>
    </message>
    <message>
        <source>All numbers of this service are in use at the moment. Please ask our staff.</source>
        <translation>Hiện đã hết số cho dịch vụ này. Xin hỏi nhân viên.</translation>
    </message>
    <message>
        <source>The system cannot give a number just now. Please ask our staff.</source>
        <translation>Hệ thống chưa cấp được số. Xin hỏi nhân viên.</translation>
    </message>
    <message>
        <source>For staff: the print system does not answer; tickets are shown on the screen only</source>
        <translation>Nhân viên lưu ý: hệ thống in không trả lời; phiếu chỉ hiện trên màn hình</translation>
    </message>
    <message>
        <source>For staff: no printer is set up; tickets are shown on the screen only</source>
        <translation>Nhân viên lưu ý: chưa cài máy in; phiếu chỉ hiện trên màn hình</translation>
    </message>
    <message>
        <source>For staff: the printer is not there; tickets are shown on the screen only</source>
        <translation>Nhân viên lưu ý: không tìm thấy máy in; phiếu chỉ hiện trên màn hình</translation>
    </message>
    <message>
        <source>For staff: the printer is stopped; tickets are shown on the screen only</source>
        <translation>Nhân viên lưu ý: máy in đang dừng; phiếu chỉ hiện trên màn hình</translation>
    </message>
    <message>
        <source>For staff: the printer is out of paper; tickets are shown on the screen only</source>
        <translation>Nhân viên lưu ý: máy in hết giấy; phiếu chỉ hiện trên màn hình</translation>
    </message>
    <message>
        <source>For staff: the printer takes no more jobs; tickets are shown on the screen only</source>
        <translation>Nhân viên lưu ý: máy in không nhận thêm lệnh in; phiếu chỉ hiện trên màn hình</translation>
    </message>
    <message>
        <source>For staff: the last ticket was not printed; please look at the printer</source>
        <translation>Nhân viên lưu ý: phiếu vừa rồi không in được; xin xem lại máy in</translation>
    </message>
    <message>
        <source>For staff: tickets cannot be written into their folder</source>
        <translation>Nhân viên lưu ý: không ghi được phiếu vào thư mục</translation>
    </message>
    <message>
        <source>It is not clear yet whether your number was taken</source>
        <translation>Chưa rõ đã lấy được số hay chưa</translation>
    </message>
    <message>
        <source>If you can, please wait here: it appears by itself when the connection is back. Otherwise please ask our staff.</source>
        <translation>Xin quý khách đợi tại đây nếu có thể: số sẽ tự hiện khi có kết nối. Nếu không, xin hỏi nhân viên.</translation>
    </message>
    <message>
        <source>Getting your number… reconnecting</source>
        <translation>Đang lấy số… đang kết nối lại</translation>
    </message>
    <message>
        <source>Please wait here: your request is not lost.</source>
        <translation>Xin đợi tại đây: yêu cầu của quý khách không bị mất.</translation>
    </message>
    <message>
        <source>Getting your number…</source>
        <translation>Đang lấy số…</translation>
    </message>
    <message>
        <source>This service is not there any more</source>
        <translation>Dịch vụ này không còn nữa</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>đã mở lại</translation>
    </message>
    <message>
        <source>Numbers are given</source>
        <translation>Giờ nhận số</translation>
    </message>
    <message>
        <source>Choose another service</source>
        <translation>Chọn dịch vụ khác</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Về màn hình đầu</translation>
    </message>
    <message>
        <source>What can we do for you?</source>
        <translation>Quý khách cần dịch vụ gì?</translation>
    </message>
    <message>
        <source>Back to the start in %1 s</source>
        <translation>Về màn hình đầu sau %1 giây</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Chữ thường</translation>
    </message>
    <message>
        <source>Big text</source>
        <translation>Chữ lớn</translation>
    </message>
    <message>
        <source>Normal contrast</source>
        <translation>Tương phản thường</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>no numbers left today</source>
        <translation>hết số hôm nay</translation>
    </message>
    <message>
        <source>All numbers of today were given out. Please come on another day, or ask our staff.</source>
        <translation>Số của hôm nay đã phát hết. Mời quý khách đến vào ngày khác, hoặc hỏi nhân viên.</translation>
    </message>
    <message>
        <source>Priority: %1</source>
        <translation>Ưu tiên: %1</translation>
    </message>
    <message>
        <source>I have priority</source>
        <translation>Tôi thuộc diện ưu tiên</translation>
    </message>
    <message>
        <source>Which of these is so?</source>
        <translation>Quý khách thuộc diện nào?</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Cảm ơn quý khách.</translation>
    </message>
    <message>
        <source>Welcome, %1.</source>
        <translation>Xin chào %1.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Xin chờ một chút…</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>Chưa đọc được</translation>
    </message>
    <message>
        <source>Hold the code to the scanner once more, or go back and type your number. You can go on without as well.</source>
        <translation>Xin đưa mã vào máy quét lần nữa, hoặc quay lại để nhập số. Quý khách cũng có thể bỏ qua.</translation>
    </message>
    <message>
        <source>This is not possible just now</source>
        <translation>Lúc này chưa làm được</translation>
    </message>
    <message>
        <source>You can take a number all the same: our staff ask you at the counter.</source>
        <translation>Quý khách vẫn lấy số được: nhân viên sẽ hỏi tại quầy.</translation>
    </message>
    <message>
        <source>Go on without my name</source>
        <translation>Tiếp tục, không nêu tên</translation>
    </message>
    <message>
        <source>I am a customer here</source>
        <translation>Tôi đã là khách hàng</translation>
    </message>
</context>
<context>
    <name>tiepdon::LockPage</name>
    <message>
        <source>Counter %1 stays open.</source>
        <translation>Quầy %1 vẫn mở.</translation>
    </message>
    <message>
        <source>%1 stays in service at counter %2.</source>
        <translation>%1 vẫn đang được phục vụ tại quầy %2.</translation>
    </message>
    <message>
        <source>%1 stays called to counter %2.</source>
        <translation>%1 vẫn đang được mời đến quầy %2.</translation>
    </message>
    <message>
        <source>Enter your password to go on.</source>
        <translation>Hãy nhập mật khẩu để làm tiếp.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Đã khóa</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Người khác…</translation>
    </message>
    <message>
        <source>Somebody else: signs this person out</source>
        <translation>Người khác: đăng xuất người này</translation>
    </message>
    <message>
        <source>Signs this person out.</source>
        <translation>Đăng xuất người này.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Mở khóa</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>Đang mở khóa…</translation>
    </message>
</context>
<context>
    <name>tiepdon::MovesPanel</name>
    <message>
        <source>Done here</source>
        <translation>Đã làm</translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation>Chưa làm gì</translation>
    </message>
    <message>
        <source>What you do appears here, newest first, and can be undone.</source>
        <translation>Những việc bạn làm hiện tại đây, mới nhất ở trên, và hoàn tác được.</translation>
    </message>
    <message>
        <source>Undo this</source>
        <translation>Hoàn tác việc này</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>%1 · undone</source>
        <translation>%1 · đã hoàn tác</translation>
    </message>
    <message>
        <source>%1 · can be undone</source>
        <translation>%1 · hoàn tác được</translation>
    </message>
    <message>
        <source>%1 · cannot be undone</source>
        <translation>%1 · không hoàn tác được nữa</translation>
    </message>
</context>
<context>
    <name>tiepdon::NeedChips</name>
    <message>
        <source>Needs: %1</source>
        <translation>Nhu cầu: %1</translation>
    </message>
</context>
<context>
    <name>tiepdon::NextPreview</name>
    <message>
        <source>Name is shown with the call</source>
        <translation>Tên hiện khi gọi</translation>
    </message>
    <message>
        <source>Promises and complaints open: %1, late: %2</source>
        <translation>Lời hứa, khiếu nại chưa xong: %1, quá hạn: %2</translation>
    </message>
    <message>
        <source>Promises and complaints open: %1</source>
        <translation>Lời hứa, khiếu nại chưa xong: %1</translation>
    </message>
</context>
<context>
    <name>tiepdon::NoteBar</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>tiepdon::NotePanel</name>
    <message>
        <source>Kept as a draft. Esc leaves it so; Enter writes the note.</source>
        <translation>Đã lưu nháp. Esc để nguyên; Enter ghi lại.</translation>
    </message>
    <message>
        <source>Not kept yet: the hub does not answer. It is tried again.</source>
        <translation>Chưa lưu được: máy chủ không trả lời. Đang thử lại.</translation>
    </message>
    <message>
        <source>Conversation with %1</source>
        <translation>Trao đổi với %1</translation>
    </message>
    <message>
        <source>Note about %1</source>
        <translation>Ghi chú về %1</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>This is what you had begun to write; it was kept.</source>
        <translation>Đây là phần bạn đã viết dở; nó được giữ lại.</translation>
    </message>
    <message>
        <source>What was said, and where, so that nobody has to say it twice.</source>
        <translation>Đã nói gì và ở đâu, để khách không phải nói lại.</translation>
    </message>
    <message>
        <source>What they are like and wish, for whoever serves them next.</source>
        <translation>Khách thế nào và mong gì, cho người phục vụ lần sau.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Trao đổi</translation>
    </message>
    <message>
        <source>What was said…</source>
        <translation>Đã nói gì…</translation>
    </message>
    <message>
        <source>What the next colleague should know…</source>
        <translation>Điều đồng nghiệp sau cần biết…</translation>
    </message>
    <message>
        <source>Where it was said</source>
        <translation>Trao đổi qua đâu</translation>
    </message>
    <message>
        <source>We spoke to them first</source>
        <translation>Ta liên hệ khách trước</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Bộ phận</translation>
    </message>
    <message>
        <source>For supervisors only (Alt+S)</source>
        <translation>Chỉ cho trưởng ca (Alt+S)</translation>
    </message>
</context>
<context>
    <name>tiepdon::NumbersPanel</name>
    <message>
        <source>This is no number of that kind. Check it with the customer.</source>
        <translation>Số này không đúng loại. Hãy hỏi lại khách.</translation>
    </message>
    <message>
        <source>Another profile has this number. Find it first: it may be the same person.</source>
        <translation>Hồ sơ khác đã có số này. Hãy tìm trước: có thể cùng một người.</translation>
    </message>
    <message>
        <source>Numbers of %1</source>
        <translation>Các số của %1</translation>
    </message>
    <message>
        <source>Add the number</source>
        <translation>Thêm số</translation>
    </message>
    <message>
        <source>Press again to take it out</source>
        <translation>Bấm lần nữa để bỏ</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Bỏ số này</translation>
    </message>
    <message>
        <source>Kind of number</source>
        <translation>Loại số</translation>
    </message>
    <message>
        <source>New number</source>
        <translation>Số mới</translation>
    </message>
    <message>
        <source>Numbers there are</source>
        <translation>Các số đang có</translation>
    </message>
</context>
<context>
    <name>tiepdon::ParkedModel</name>
    <message>
        <source>no time set</source>
        <translation>không hẹn giờ</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ở đây</translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation>quầy %1</translation>
    </message>
    <message>
        <source>%1, %2, parked: %3, %4, comes back in %5</source>
        <translation>%1, %2, tạm giữ: %3, %4, trở lại sau %5</translation>
    </message>
    <message>
        <source>%1, %2, parked: %3, %4, until somebody takes it up</source>
        <translation>%1, %2, tạm giữ: %3, %4, đến khi có người gọi</translation>
    </message>
</context>
<context>
    <name>tiepdon::ParkedPanel</name>
    <message>
        <source>Nobody is parked. Whoever you park while serving them appears here.</source>
        <translation>Không có ai đang tạm giữ. Khách bạn tạm giữ khi đang phục vụ sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>To look only: %1 is still at your counter.</source>
        <translation>Chỉ để xem: %1 vẫn đang ở quầy của bạn.</translation>
    </message>
    <message>
        <source>To look only: you are on a break.</source>
        <translation>Chỉ để xem: bạn đang tạm nghỉ.</translation>
    </message>
    <message>
        <source>Whoever is taken up is called to your counter. When the time is up they wait again by themselves, first in the queue.</source>
        <translation>Số được tiếp tục sẽ được gọi đến quầy của bạn. Hết giờ, số đó tự trở lại đầu hàng chờ.</translation>
    </message>
    <message>
        <source>Take up</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Take up %1</source>
        <translation>Tiếp tục %1</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Đang tạm giữ</translation>
    </message>
    <message>
        <source>People parked</source>
        <translation>Khách đang tạm giữ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
</context>
<context>
    <name>tiepdon::PasswordField</name>
    <message>
        <source>Hide</source>
        <translation>Ẩn</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Hiện</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Ẩn mật khẩu</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Hiện mật khẩu</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Có vẻ phím Caps Lock đang bật.</translation>
    </message>
</context>
<context>
    <name>tiepdon::PasswordPage</name>
    <message>
        <source>Choose your own password</source>
        <translation>Đặt mật khẩu riêng</translation>
    </message>
    <message>
        <source>The one you were given is for one use. From now on only you know yours.</source>
        <translation>Mật khẩu bạn được cấp chỉ dùng một lần. Từ nay chỉ mình bạn biết mật khẩu của bạn.</translation>
    </message>
    <message>
        <source>Password you were given</source>
        <translation>Mật khẩu được cấp</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Mật khẩu mới</translation>
    </message>
    <message>
        <source>New password once more</source>
        <translation>Nhập lại mật khẩu mới</translation>
    </message>
    <message>
        <source>At least %1 characters of any kind: a few words you put together yourself are good. Not your name, not a password everybody tries.</source>
        <translation>Ít nhất %1 ký tự, loại nào cũng được: vài từ do bạn tự ghép là tốt. Không dùng tên mình, không dùng mật khẩu ai cũng thử.</translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Hai mật khẩu chưa giống nhau.</translation>
    </message>
    <message>
        <source>Later: sign out</source>
        <translation>Để sau: đăng xuất</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Đổi mật khẩu</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Đang đổi…</translation>
    </message>
    <message>
        <source>Your password was changed</source>
        <translation>Đã đổi mật khẩu</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>Đổi mật khẩu của bạn</translation>
    </message>
    <message>
        <source>From now on only the new one is good, also for unlocking.</source>
        <translation>Từ giờ chỉ dùng mật khẩu mới, cả khi mở khóa.</translation>
    </message>
    <message>
        <source>You stay signed in here, and your counter stays as it is.</source>
        <translation>Bạn vẫn đăng nhập ở đây và quầy của bạn giữ nguyên.</translation>
    </message>
    <message>
        <source>Password you have now</source>
        <translation>Mật khẩu hiện tại</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Tiếp tục</translation>
    </message>
</context>
<context>
    <name>tiepdon::PersonPanel</name>
    <message>
        <source>Name hidden</source>
        <translation>Tên được ẩn</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 là %2.</translation>
    </message>
    <message>
        <source>%1 has the number %2.</source>
        <translation>%1 có số %2.</translation>
    </message>
    <message>
        <source>Who is %1?</source>
        <translation>%1 là ai?</translation>
    </message>
    <message>
        <source>Who came in?</source>
        <translation>Ai vừa đến?</translation>
    </message>
    <message>
        <source>Choose a ticket in the list to say whose it is.</source>
        <translation>Chọn một số trong danh sách để nói số đó của ai.</translation>
    </message>
    <message>
        <source>It is somebody&apos;s already; another choice replaces that.</source>
        <translation>Số này đã gắn với một người; chọn người khác sẽ thay thế.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Tìm thấy</translation>
    </message>
    <message>
        <source>Came in within 30 minutes</source>
        <translation>Đến trong 30 phút qua</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Đang tìm…</translation>
    </message>
    <message>
        <source>Nobody is known by this. Anonymous is always possible.</source>
        <translation>Không có ai như vậy. Luôn có thể phục vụ không cần tên.</translation>
    </message>
    <message>
        <source>Who is recognised by a card reader, a camera or a booking appears here.</source>
        <translation>Người được nhận ra qua đầu đọc thẻ, camera hoặc đặt lịch hiện ở đây.</translation>
    </message>
    <message>
        <source>This is %1</source>
        <translation>Đây là %1</translation>
    </message>
    <message>
        <source>Say whose it is</source>
        <translation>Gắn số với người</translation>
    </message>
    <message>
        <source>Has %1 already</source>
        <translation>Đã có số %1</translation>
    </message>
    <message>
        <source>Name, phone, document, number, or a scan</source>
        <translation>Tên, điện thoại, giấy tờ, mã, hoặc quét</translation>
    </message>
    <message>
        <source>Find somebody</source>
        <translation>Tìm người</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>Or a new ticket for</source>
        <translation>Hoặc số mới cho</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dịch vụ</translation>
    </message>
    <message>
        <source>Give a ticket</source>
        <translation>Cấp số</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>card reader</source>
        <translation>đầu đọc thẻ</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>camera</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>đặt lịch</translation>
    </message>
    <message>
        <source>another system</source>
        <translation>hệ thống khác</translation>
    </message>
</context>
<context>
    <name>tiepdon::PickPanel</name>
    <message>
        <source>waiting %1 of %2 min</source>
        <translation>chờ %1/%2 phút</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Mọi dịch vụ</translation>
    </message>
    <message>
        <source>%1 is being served at counter %2.</source>
        <translation>%1 đang được phục vụ tại quầy %2.</translation>
    </message>
    <message>
        <source>%1 is called to counter %2.</source>
        <translation>%1 đang được mời đến quầy %2.</translation>
    </message>
    <message>
        <source>%1 did not come when it was called. The supervisor can bring it back.</source>
        <translation>%1 đã vắng mặt khi được gọi. Trưởng ca có thể khôi phục số này.</translation>
    </message>
    <message>
        <source>%1 was cancelled. The supervisor can bring it back.</source>
        <translation>%1 đã bị hủy. Trưởng ca có thể khôi phục số này.</translation>
    </message>
    <message>
        <source>No ticket %1 is waiting.</source>
        <translation>Không có số %1 nào đang chờ.</translation>
    </message>
    <message>
        <source>%1 does not wait any longer. Choose again.</source>
        <translation>%1 không còn chờ nữa. Hãy chọn lại.</translation>
    </message>
    <message>
        <source>Nobody is waiting here.</source>
        <translation>Không có ai đang chờ ở đây.</translation>
    </message>
    <message>
        <source>To look only: %1 is still at your counter.</source>
        <translation>Chỉ để xem: %1 vẫn đang ở quầy của bạn.</translation>
    </message>
    <message>
        <source>To look only: you are on a break.</source>
        <translation>Chỉ để xem: bạn đang tạm nghỉ.</translation>
    </message>
    <message>
        <source>The call is kept as chosen by hand, with whom the rule would have called.</source>
        <translation>Lượt gọi được ghi là do bạn chọn, kèm số mà quy tắc sẽ gọi.</translation>
    </message>
    <message>
        <source>Call this one</source>
        <translation>Gọi số này</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>Gọi %1</translation>
    </message>
    <message>
        <source>Find a number and call it</source>
        <translation>Tìm một số và gọi</translation>
    </message>
    <message>
        <source>Number, for example A012</source>
        <translation>Số, ví dụ A012</translation>
    </message>
    <message>
        <source>Number to find</source>
        <translation>Số cần tìm</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dịch vụ</translation>
    </message>
    <message>
        <source>People waiting</source>
        <translation>Người đang chờ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>%1 joins its queue at %2.</source>
        <translation>%1 sẽ vào hàng lúc %2.</translation>
    </message>
    <message>
        <source>%1 is parked at counter %2. Shift+F6 takes it up.</source>
        <translation>%1 đang tạm giữ tại quầy %2. Nhấn Shift+F6 để tiếp tục.</translation>
    </message>
</context>
<context>
    <name>tiepdon::ProfilePanel</name>
    <message>
        <source>Find…</source>
        <translation>Tìm…</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Là ai?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Lời hứa</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Giải quyết</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Mục đích</translation>
    </message>
    <message>
        <source>Missing?</source>
        <translation>Thiếu gì?</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Các số</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Giai đoạn</translation>
    </message>
    <message>
        <source>Found, beside your work</source>
        <translation>Tìm thấy, ngoài việc đang làm</translation>
    </message>
    <message>
        <source>At your counter: %1</source>
        <translation>Tại quầy bạn: %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Tiếp theo: %1</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách hàng</translation>
    </message>
    <message>
        <source>Looking it up…</source>
        <translation>Đang tra cứu…</translation>
    </message>
    <message>
        <source>The profile cannot be shown</source>
        <translation>Không hiện được hồ sơ</translation>
    </message>
    <message>
        <source>Notes of this visit</source>
        <translation>Ghi chú của lượt này</translation>
    </message>
    <message>
        <source>Nobody said who this is</source>
        <translation>Chưa rõ là ai</translation>
    </message>
    <message>
        <source>%1 says whose the ticket is: by name, phone or document, or scan their card. Serving without a name is fine.</source>
        <translation>Bấm %1 để cho biết số này của ai: theo tên, điện thoại hoặc giấy tờ, hoặc quét thẻ. Phục vụ không cần tên cũng được.</translation>
    </message>
    <message>
        <source>They took a ticket without a name. What they came for stands on the left.</source>
        <translation>Khách lấy số không để lại tên. Việc khách cần ở bên trái.</translation>
    </message>
    <message>
        <source>Nobody to show</source>
        <translation>Chưa có ai</translation>
    </message>
    <message>
        <source>Who comes next appears here before the call, with what was promised and what they need.</source>
        <translation>Người tiếp theo hiện ở đây trước khi gọi, cùng điều đã hứa và nhu cầu của họ.</translation>
    </message>
    <message>
        <source>Name is shown with the call</source>
        <translation>Tên hiện khi gọi</translation>
    </message>
    <message>
        <source>Full name: %1</source>
        <translation>Họ và tên: %1</translation>
    </message>
    <message>
        <source>visits in a year: %1</source>
        <translation>lượt trong một năm: %1</translation>
    </message>
    <message>
        <source>What they want to reach</source>
        <translation>Khách muốn đạt</translation>
    </message>
    <message>
        <source>Why this ticket</source>
        <translation>Vì sao số này</translation>
    </message>
    <message>
        <source>Not the latest</source>
        <translation>Chưa phải mới nhất</translation>
    </message>
    <message>
        <source>Promises and complaints</source>
        <translation>Lời hứa và khiếu nại</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Không có gì chưa xong.</translation>
    </message>
    <message>
        <source>Visits and purchases</source>
        <translation>Lần đến và mua hàng</translation>
    </message>
    <message>
        <source>They were not here before, as far as is known.</source>
        <translation>Theo những gì được biết, khách chưa từng đến.</translation>
    </message>
    <message>
        <source>Conversations and notes</source>
        <translation>Trao đổi và ghi chú</translation>
    </message>
    <message>
        <source>Nobody wrote anything yet.</source>
        <translation>Chưa ai ghi gì.</translation>
    </message>
    <message>
        <source>Who looks after them</source>
        <translation>Ai phụ trách</translation>
    </message>
    <message>
        <source>Nobody in particular.</source>
        <translation>Không riêng ai.</translation>
    </message>
    <message>
        <source>Products and how far they are</source>
        <translation>Sản phẩm và giai đoạn</translation>
    </message>
    <message>
        <source>No products are known.</source>
        <translation>Chưa biết sản phẩm nào.</translation>
    </message>
    <message>
        <source>How they like it</source>
        <translation>Khách thích thế nào</translation>
    </message>
    <message>
        <source>They said no wishes.</source>
        <translation>Khách chưa nêu mong muốn.</translation>
    </message>
    <message>
        <source>What they agreed to</source>
        <translation>Khách đã đồng ý</translation>
    </message>
    <message>
        <source>Nothing yet. Ask before anything is kept or sent.</source>
        <translation>Chưa có. Hãy hỏi trước khi lưu hoặc gửi gì.</translation>
    </message>
    <message>
        <source>Another profile</source>
        <translation>Hồ sơ khác</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Xem…</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Xem %1</translation>
    </message>
    <message>
        <source>Numbers and address</source>
        <translation>Các số và địa chỉ</translation>
    </message>
    <message>
        <source>No numbers are known.</source>
        <translation>Chưa biết số nào.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Hồ sơ</translation>
    </message>
    <message>
        <source>Find a customer or ticket, key %1</source>
        <translation>Tìm khách hoặc số thứ tự, phím %1</translation>
    </message>
</context>
<context>
    <name>tiepdon::ProfileStrip</name>
    <message>
        <source>%1 · %2 waiting</source>
        <translation>%1 · %2 chờ</translation>
    </message>
</context>
<context>
    <name>tiepdon::PromisesModel</name>
    <message>
        <source>Name hidden</source>
        <translation>Tên được ẩn</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Người phụ trách</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
</context>
<context>
    <name>tiepdon::PromisesPage</name>
    <message>
        <source>%1 now owns it, due %2.</source>
        <translation>Nay do %1 phụ trách, hạn %2.</translation>
    </message>
    <message>
        <source>“%1” is now: %2.</source>
        <translation>“%1” nay là: %2.</translation>
    </message>
    <message>
        <source>Looking up what is due…</source>
        <translation>Đang tìm những việc đến hạn…</translation>
    </message>
    <message>
        <source>Promises, complaints, callbacks and what staff lack appear here.</source>
        <translation>Lời hứa, khiếu nại, việc gọi lại và những gì nhân viên còn thiếu hiện ở đây.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Không còn việc nào</translation>
    </message>
    <message>
        <source>What any department promises a customer appears here, with who owns it and when it is due.</source>
        <translation>Điều bộ phận bất kỳ hứa với khách hàng hiện ở đây, kèm người phụ trách và hạn.</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>Không có việc loại này</translation>
    </message>
    <message>
        <source>Choose other filters above to see what else is open.</source>
        <translation>Chọn bộ lọc khác ở trên để xem những việc còn lại.</translation>
    </message>
    <message>
        <source>Open: %1 · late: %2 · the first %3 are shown</source>
        <translation>Còn mở: %1 · trễ hạn: %2 · đang hiện %3 việc đầu</translation>
    </message>
    <message>
        <source>Open: %1 · late: %2</source>
        <translation>Còn mở: %1 · trễ hạn: %2</translation>
    </message>
    <message>
        <source>Made %1 by %2, %3</source>
        <translation>Ghi ngày %1 bởi %2, %3</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Hạn</translation>
    </message>
    <message>
        <source>Due: type a day to come, as in 31/12</source>
        <translation>Hạn: nhập một ngày sắp tới, ví dụ 31/12</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Chưa xong</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Trễ hạn</translation>
    </message>
    <message>
        <source>Due by tonight</source>
        <translation>Đến hạn hôm nay</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>Mọi loại</translation>
    </message>
    <message>
        <source>Every owner</source>
        <translation>Mọi người phụ trách</translation>
    </message>
    <message>
        <source>Which are shown</source>
        <translation>Những việc được hiện</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Người phụ trách</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>Việc đến hạn</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>Chưa chọn</translation>
    </message>
    <message>
        <source>Choose one in the list to hand it on, move it or settle it.</source>
        <translation>Chọn một việc trong danh sách để giao lại, dời hạn hoặc kết thúc.</translation>
    </message>
    <message>
        <source>Hand on, move</source>
        <translation>Giao lại, dời hạn</translation>
    </message>
    <message>
        <source>What was done, or why not</source>
        <translation>Đã làm gì, hoặc vì sao chưa</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Đã thực hiện</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Không thực hiện được</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã rút lại</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Mở lại</translation>
    </message>
    <message>
        <source>With those ended</source>
        <translation>Cả việc đã xong</translation>
    </message>
    <message>
        <source>Wanted unless it was kept</source>
        <translation>Cần ghi nếu chưa giữ lời</translation>
    </message>
    <message>
        <source>The day it had is past and cannot be set again.</source>
        <translation>Hạn cũ đã qua nên không đặt lại được.</translation>
    </message>
    <message>
        <source>Somebody not on the list</source>
        <translation>Người không có trong danh sách</translation>
    </message>
</context>
<context>
    <name>tiepdon::QueueBar</name>
    <message>
        <source>nobody served yet</source>
        <translation>chưa phục vụ ai</translation>
    </message>
    <message>
        <source>promise kept %1 % of %2</source>
        <translation>đúng cam kết %1 % của %2</translation>
    </message>
</context>
<context>
    <name>tiepdon::QueuePanel</name>
    <message>
        <source>Nobody waits for your services. The next ticket appears here by itself.</source>
        <translation>Không có ai chờ dịch vụ của bạn. Lượt tiếp theo tự hiện tại đây.</translation>
    </message>
    <message>
        <source>Work profile</source>
        <translation>Hồ sơ công việc</translation>
    </message>
    <message>
        <source>My queues</source>
        <translation>Hàng chờ của tôi</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp theo</translation>
    </message>
    <message>
        <source>Why this number?</source>
        <translation>Vì sao số này?</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>Open a queue to see who waits there and to call one of them</source>
        <translation>Mở một hàng chờ để xem ai đang chờ và gọi một người trong đó</translation>
    </message>
    <message>
        <source>Your day so far</source>
        <translation>Hôm nay của bạn</translation>
    </message>
    <message>
        <source>served</source>
        <translation>đã phục vụ</translation>
    </message>
    <message>
        <source>mean time</source>
        <translation>trung bình</translation>
    </message>
    <message>
        <source>no-shows</source>
        <translation>vắng mặt</translation>
    </message>
    <message>
        <source>breaks</source>
        <translation>tạm nghỉ</translation>
    </message>
    <message>
        <source>Nobody parked</source>
        <translation>Không ai tạm giữ</translation>
    </message>
    <message>
        <source>Parked: %1</source>
        <translation>Đang tạm giữ: %1</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>Xem…</translation>
    </message>
    <message>
        <source>People parked</source>
        <translation>Khách đang tạm giữ</translation>
    </message>
    <message>
        <source>Find a number…</source>
        <translation>Tìm số…</translation>
    </message>
</context>
<context>
    <name>tiepdon::QueuesModel</name>
    <message>
        <source>nobody waiting</source>
        <translation>không có ai chờ</translation>
    </message>
    <message>
        <source>longest %1 of %2 min</source>
        <translation>lâu nhất %1/%2 phút</translation>
    </message>
    <message>
        <source>near the promise</source>
        <translation>gần cam kết</translation>
    </message>
    <message>
        <source>over the promise</source>
        <translation>quá cam kết</translation>
    </message>
    <message>
        <source>%1: %2 waiting, %3</source>
        <translation>%1: %2 khách chờ, %3</translation>
    </message>
</context>
<context>
    <name>tiepdon::SettlePanel</name>
    <message>
        <source>Why, in a few words</source>
        <translation>Vì sao, vài từ</translation>
    </message>
    <message>
        <source>What was done (may be empty)</source>
        <translation>Đã làm gì (có thể để trống)</translation>
    </message>
    <message>
        <source>Nothing is open with them.</source>
        <translation>Không có gì chưa xong với khách này.</translation>
    </message>
    <message>
        <source>Say why in a few words: whoever reads it next wants to know.</source>
        <translation>Hãy nêu lý do vài từ: người đọc sau cần biết.</translation>
    </message>
    <message>
        <source>Settle what is open with %1</source>
        <translation>Giải quyết việc chưa xong với %1</translation>
    </message>
    <message>
        <source>Settle it</source>
        <translation>Giải quyết</translation>
    </message>
    <message>
        <source>Promises and complaints that are open</source>
        <translation>Lời hứa và khiếu nại chưa xong</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Thế nào</translation>
    </message>
</context>
<context>
    <name>tiepdon::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>With your own account and password; what you do is kept under your name.</source>
        <translation>Bằng tài khoản và mật khẩu của chính bạn; việc bạn làm được ghi dưới tên bạn.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Đang đăng nhập…</translation>
    </message>
</context>
<context>
    <name>tiepdon::StagePanel</name>
    <message>
        <source>How far is %1 with a product?</source>
        <translation>%1 đến đâu với một sản phẩm?</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Ghi lại</translation>
    </message>
    <message>
        <source>Each step is kept with its day.</source>
        <translation>Mỗi bước được lưu cùng ngày.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Sản phẩm</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Đến đâu</translation>
    </message>
</context>
<context>
    <name>tiepdon::SupervisorWindow</name>
    <message>
        <source>Open counters are signed off: %1.</source>
        <translation>Số quầy sẽ đóng theo: %1.</translation>
    </message>
    <message>
        <source>End %1 and close</source>
        <translation>Kết thúc %1 và đóng</translation>
    </message>
    <message>
        <source>Still waiting: %1. Closing the day ends them.</source>
        <translation>Còn đang chờ: %1. Đóng ngày sẽ kết thúc các phiếu này.</translation>
    </message>
    <message>
        <source>Close the day? Nobody waits.</source>
        <translation>Đóng ngày? Không còn ai chờ.</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>Đóng ngày</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Không có gì để hoàn tác.</translation>
    </message>
    <message>
        <source>“%1” cannot be undone. %2</source>
        <translation>Không hoàn tác được “%1”. %2</translation>
    </message>
    <message>
        <source>Wait: the last step is not confirmed yet.</source>
        <translation>Hãy chờ: bước trước chưa được xác nhận.</translation>
    </message>
    <message>
        <source>The hub cannot be reached. Undo it when the badge says live.</source>
        <translation>Không kết nối được máy chủ. Hãy hoàn tác khi nhãn báo trực tuyến.</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Đã hoàn tác: %1</translation>
    </message>
    <message>
        <source>Undoing this leaves no counter for: %1. Undo it all the same?</source>
        <translation>Hoàn tác sẽ không còn quầy nào cho: %1. Vẫn hoàn tác?</translation>
    </message>
    <message>
        <source>Undo all the same</source>
        <translation>Vẫn hoàn tác</translation>
    </message>
    <message>
        <source>Supervisor · %1</source>
        <translation>Giám sát · %1</translation>
    </message>
    <message>
        <source>Day closed</source>
        <translation>Ngày đang đóng</translation>
    </message>
    <message>
        <source>The hub cannot be reached. What is shown is as of %1; nothing can be changed until the badge says live. It is tried again by itself.</source>
        <translation>Không kết nối được máy chủ. Dữ liệu đang hiện là lúc %1; chưa thể thay đổi gì cho đến khi nhãn báo trực tuyến. Hệ thống tự thử lại.</translation>
    </message>
    <message>
        <source>Tiếp Đón supervisor</source>
        <translation>Tiếp Đón – giám sát</translation>
    </message>
    <message>
        <source>Close day…</source>
        <translation>Đóng ngày…</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Sảnh</translation>
    </message>
    <message>
        <source>Ctrl+1</source>
        <translation>Ctrl+1</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <source>Ctrl+2</source>
        <translation>Ctrl+2</translation>
    </message>
    <message>
        <source>Done here</source>
        <translation>Đã làm</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>No floor for this account</source>
        <translation>Tài khoản này không giám sát sảnh</translation>
    </message>
    <message>
        <source>Your role does not include moving counters and tickets. Sign out so that a supervisor can sign in, or ask the administrator to give you the role.</source>
        <translation>Vai trò của bạn không gồm việc điều chuyển quầy và phiếu. Hãy đăng xuất để giám sát viên đăng nhập, hoặc nhờ quản trị viên giao vai trò.</translation>
    </message>
    <message>
        <source>Waiting for the branch</source>
        <translation>Đang chờ chi nhánh</translation>
    </message>
    <message>
        <source>Its counters and queues appear here as soon as the hub answers and the branch is set up.</source>
        <translation>Các quầy và hàng chờ hiện tại đây khi máy chủ trả lời và chi nhánh đã được thiết lập.</translation>
    </message>
    <message>
        <source>%1 called or being served now (%2). Closing the day ends their tickets and all others, %3 in all.</source>
        <translation>%1 khách đang được gọi hoặc phục vụ (%2). Đóng ngày sẽ kết thúc các phiếu này và mọi phiếu khác, tất cả %3.</translation>
    </message>
    <message>
        <source>%1 of them put aside by a counter.</source>
        <translation>Trong đó %1 phiếu đang được quầy tạm giữ.</translation>
    </message>
    <message>
        <source>Still open: %1. They wait on when the next day opens.</source>
        <translation>Còn mở: %1. Họ chờ tiếp khi mở ngày sau.</translation>
    </message>
    <message>
        <source>%1 called or being served now (%2). Closing the day ends their tickets; the others, %3, wait on when the next day opens.</source>
        <translation>%1 khách đang được gọi hoặc phục vụ (%2). Đóng ngày sẽ kết thúc phiếu của họ; còn lại %3 chờ tiếp khi mở ngày sau.</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Lời hứa</translation>
    </message>
    <message>
        <source>Ctrl+3</source>
        <translation>Ctrl+3</translation>
    </message>
    <message>
        <source>Reception · %1</source>
        <translation>Tiếp đón · %1</translation>
    </message>
</context>
<context>
    <name>tiepdon::TellerBar</name>
    <message>
        <source>F12 opens the window.</source>
        <translation>F12 mở cửa sổ.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Key?</source>
        <translation>Phím nào?</translation>
    </message>
    <message>
        <source>Press the key you mean. Esc gives the keyboard back.</source>
        <translation>Bấm phím cần dùng. Esc trả lại bàn phím.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Đã khóa</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Chưa đăng nhập</translation>
    </message>
    <message>
        <source>At no counter</source>
        <translation>Chưa vào quầy</translation>
    </message>
    <message>
        <source>The hub cannot be reached.</source>
        <translation>Không liên lạc được máy chủ.</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Chưa được</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Chọn</translation>
    </message>
    <message>
        <source>There is more to choose than this line can hold.</source>
        <translation>Có nhiều lựa chọn hơn một dòng chứa được.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Vì sao?</translation>
    </message>
    <message>
        <source>Tiếp Đón teller bar</source>
        <translation>Thanh giao dịch viên Tiếp Đón</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Tạm nghỉ</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>Đang phục vụ</translation>
    </message>
    <message>
        <source>Wrap-up</source>
        <translation>Hoàn tất</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Đã gọi</translation>
    </message>
    <message>
        <source>Called again</source>
        <translation>Đã gọi lại</translation>
    </message>
    <message>
        <source>Kept here</source>
        <translation>Giữ ở đây</translation>
    </message>
    <message>
        <source>No hub</source>
        <translation>Mất máy chủ</translation>
    </message>
    <message>
        <source>over</source>
        <translation>quá giờ</translation>
    </message>
    <message>
        <source>Calls the next</source>
        <translation>Sẽ gọi ngay</translation>
    </message>
    <message>
        <source>Free · next</source>
        <translation>Rảnh · kế tiếp</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Rảnh</translation>
    </message>
    <message>
        <source>Nobody is waiting.</source>
        <translation>Không có ai đang chờ.</translation>
    </message>
    <message>
        <source>%1/%2 min</source>
        <translation>%1/%2 phút</translation>
    </message>
    <message>
        <source>waits, in time</source>
        <translation>chờ, đúng hẹn</translation>
    </message>
    <message>
        <source>waits, nearly late</source>
        <translation>chờ, sắp quá hẹn</translation>
    </message>
    <message>
        <source>waits too long</source>
        <translation>chờ quá hẹn</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Làm việc tiếp</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>Thôi, không gọi</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Gọi tiếp</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Khách không lấy số</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Đang tạm giữ</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Gọi lại</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Vắng</translation>
    </message>
    <message>
        <source>Back to queue</source>
        <translation>Trả lại hàng</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Chuyển</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Tạm giữ</translation>
    </message>
    <message>
        <source>Customer left</source>
        <translation>Khách đã rời</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Số phiếu</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Cửa sổ</translation>
    </message>
    <message>
        <source>Opens the full window</source>
        <translation>Mở cửa sổ đầy đủ</translation>
    </message>
    <message>
        <source>Goal?</source>
        <translation>Đạt chưa?</translation>
    </message>
</context>
<context>
    <name>tiepdon::TellerWindow</name>
    <message>
        <source>Counter %1 · %2</source>
        <translation>Quầy %1 · %2</translation>
    </message>
    <message>
        <source>Tiếp Đón teller</source>
        <translation>Tiếp Đón – giao dịch viên</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Q</source>
        <translation>Ctrl+Shift+Q</translation>
    </message>
    <message>
        <source>%1 is still at counter %2. Sign out all the same? It waits there until you come back or somebody takes over.</source>
        <translation>%1 vẫn đang ở quầy %2. Vẫn đăng xuất? Số này chờ ở đó đến khi bạn quay lại hoặc có người tiếp quản.</translation>
    </message>
    <message>
        <source>Sign out, leave it open</source>
        <translation>Đăng xuất, để quầy mở</translation>
    </message>
    <message>
        <source>Sign off counter %1 as well?</source>
        <translation>Rời cả quầy %1?</translation>
    </message>
    <message>
        <source>Sign off and sign out</source>
        <translation>Rời quầy và đăng xuất</translation>
    </message>
    <message>
        <source>Sign out only</source>
        <translation>Chỉ đăng xuất</translation>
    </message>
    <message>
        <source>Counter %1 stays open under your name. Sign out all the same?</source>
        <translation>Quầy %1 vẫn mở dưới tên bạn. Vẫn đăng xuất?</translation>
    </message>
    <message>
        <source>No counter work for this account</source>
        <translation>Tài khoản này không làm việc tại quầy</translation>
    </message>
    <message>
        <source>Your role does not include calling people to a counter. Sign out so that a teller can sign in, or ask the administrator to give you the role.</source>
        <translation>Vai trò của bạn không gồm việc gọi khách đến quầy. Hãy đăng xuất để giao dịch viên đăng nhập, hoặc nhờ quản trị viên giao vai trò.</translation>
    </message>
    <message>
        <source>Sign off counter</source>
        <translation>Rời quầy</translation>
    </message>
    <message>
        <source>Sign off all the same?</source>
        <translation>Vẫn rời quầy?</translation>
    </message>
    <message>
        <source>Still parked here: %1 (%2). A colleague can take them up, too.</source>
        <translation>Còn %1 khách tạm giữ ở đây (%2). Đồng nghiệp cũng có thể tiếp tục.</translation>
    </message>
    <message>
        <source>Waiting for you alone: %1 (%2). Nobody else calls them until somebody transfers them.</source>
        <translation>Chỉ chờ bạn: %1 khách (%2). Không ai khác gọi họ cho đến khi có người chuyển.</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Thu gọn</translation>
    </message>
    <message>
        <source>Shrink to a bar at the top of the screen, key F12</source>
        <translation>Thu gọn thành thanh ở đầu màn hình, phím F12</translation>
    </message>
    <message>
        <source>F12 shrinks this window to a bar at the top of the screen</source>
        <translation>F12 thu gọn cửa sổ thành thanh ở đầu màn hình</translation>
    </message>
</context>
<context>
    <name>tiepdon::TicketCard</name>
    <message>
        <source>booked for %1</source>
        <translation>hẹn lúc %1</translation>
    </message>
    <message>
        <source>speaks %1</source>
        <translation>cần %1</translation>
    </message>
    <message>
        <source>only for counter %1</source>
        <translation>chỉ quầy %1</translation>
    </message>
    <message>
        <source>only for %1</source>
        <translation>chỉ gặp %1</translation>
    </message>
    <message>
        <source>waits since an earlier day</source>
        <translation>chờ từ ngày trước</translation>
    </message>
    <message>
        <source>Then: %1</source>
        <translation>Sau đó: %1</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>Đang phục vụ</translation>
    </message>
    <message>
        <source>in service</source>
        <translation>đang phục vụ</translation>
    </message>
    <message>
        <source>Wrap-up · the customer has left</source>
        <translation>Khách đã rời · hoàn tất hồ sơ</translation>
    </message>
    <message>
        <source>in wrap-up</source>
        <translation>hoàn tất hồ sơ</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>Finished · kept here until the hub is back</source>
        <translation>Đã xong · giữ tại đây đến khi có máy chủ</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Đã gọi</translation>
    </message>
    <message>
        <source>Called · recalls: %1</source>
        <translation>Đã gọi · gọi lại: %1</translation>
    </message>
    <message>
        <source>since the call</source>
        <translation>từ lúc gọi</translation>
    </message>
    <message>
        <source>Ticket taken %1</source>
        <translation>Lấy số lúc %1</translation>
    </message>
    <message>
        <source>step %1 of the visit, here since %2</source>
        <translation>bước %1 của lượt, chờ từ %2</translation>
    </message>
    <message>
        <source>called %1 after %2 of %3 min</source>
        <translation>gọi lúc %1 sau %2/%3 phút</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>bắt đầu lúc %1</translation>
    </message>
    <message>
        <source>served %1 before it was parked</source>
        <translation>đã phục vụ %1 trước khi tạm giữ</translation>
    </message>
    <message>
        <source>served %1</source>
        <translation>đã phục vụ %1</translation>
    </message>
    <message>
        <source>calls missed: %1</source>
        <translation>số lần vắng mặt: %1</translation>
    </message>
    <message>
        <source>outcome: %1</source>
        <translation>kết quả: %1</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Số phiếu</translation>
    </message>
</context>
<context>
    <name>tiepdon::TicketNumber</name>
    <message>
        <source>Waiting</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Đã gọi</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>Đang phục vụ</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Đã xong</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Không đến</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Ticket %1: %2</source>
        <translation>Số %1: %2</translation>
    </message>
    <message>
        <source>Comes later</source>
        <translation>Đến sau</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Tạm giữ</translation>
    </message>
    <message>
        <source>Being wrapped up</source>
        <translation>Đang hoàn tất</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Đã bỏ về</translation>
    </message>
</context>
<context>
    <name>tiepdon::TicketPage</name>
    <message>
        <source>This screen closes in %1 s</source>
        <translation>Màn hình này đóng sau %1 giây</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>Số của quý khách</translation>
    </message>
    <message>
        <source>Your number is %1</source>
        <translation>Số của quý khách là %1</translation>
    </message>
    <message>
        <source>Please remember this number or take a photo of it</source>
        <translation>Xin ghi nhớ hoặc chụp lại số này</translation>
    </message>
    <message>
        <source>Your ticket is being printed…</source>
        <translation>Đang in phiếu…</translation>
    </message>
    <message>
        <source>Your ticket is printed. Please take it.</source>
        <translation>Đã in phiếu. Mời quý khách lấy phiếu.</translation>
    </message>
    <message>
        <source>Nothing was printed: please remember or photograph this number. It is valid.</source>
        <translation>Máy in không in được: xin ghi nhớ hoặc chụp lại số này. Số vẫn có giá trị.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Xem thêm</translation>
    </message>
</context>
<context>
    <name>tiepdon::TicketsModel</name>
    <message>
        <source>%1 of %2 min</source>
        <translation>%1/%2 phút</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 lúc %2</translation>
    </message>
    <message>
        <source>calls missed: %1</source>
        <translation>lần gọi vắng: %1</translation>
    </message>
    <message>
        <source>waits since %1</source>
        <translation>chờ từ %1</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dịch vụ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Nơi</translation>
    </message>
    <message>
        <source>Waited of promise</source>
        <translation>Đã chờ/cam kết</translation>
    </message>
    <message>
        <source>back %2 · %1</source>
        <translation>lại lúc %2 · %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>lúc %1</translation>
    </message>
    <message>
        <source>called in %1</source>
        <translation>gọi sau %1</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>Khách thường</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Khách</translation>
    </message>
</context>
<context>
    <name>tiepdon::TicketsPage</name>
    <message>
        <source>All services</source>
        <translation>Mọi dịch vụ</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>Shown: %1</source>
        <translation>Đang hiện: %1</translation>
    </message>
    <message>
        <source>No ticket %1</source>
        <translation>Không có phiếu %1</translation>
    </message>
    <message>
        <source>It is not waiting or being served, and not among those of today that can be restored. Look at the letter and the digits.</source>
        <translation>Phiếu không đang chờ hay được phục vụ, cũng không trong số khôi phục được hôm nay. Hãy xem lại chữ và số.</translation>
    </message>
    <message>
        <source>Nothing to restore</source>
        <translation>Không có gì để khôi phục</translation>
    </message>
    <message>
        <source>No-shows and cancelled tickets of today appear here and can be restored.</source>
        <translation>Phiếu vắng mặt và phiếu đã hủy hôm nay hiện tại đây và khôi phục được.</translation>
    </message>
    <message>
        <source>Nobody is here</source>
        <translation>Chưa có ai</translation>
    </message>
    <message>
        <source>Tickets appear here as soon as they are taken.</source>
        <translation>Phiếu hiện tại đây ngay khi khách lấy số.</translation>
    </message>
    <message>
        <source>Find by number</source>
        <translation>Tìm theo số</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Ctrl+F</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dịch vụ</translation>
    </message>
    <message>
        <source>Which tickets</source>
        <translation>Những phiếu nào</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <source>Waiting and served</source>
        <translation>Đang chờ và phục vụ</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>At a counter</source>
        <translation>Đang ở quầy</translation>
    </message>
    <message>
        <source>Can be restored</source>
        <translation>Khôi phục được</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Chuyển…</translation>
    </message>
    <message>
        <source>Put first…</source>
        <translation>Đưa lên đầu…</translation>
    </message>
    <message>
        <source>Put back to its place</source>
        <translation>Trả về chỗ cũ</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Hủy…</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Khôi phục…</translation>
    </message>
    <message>
        <source>No ticket chosen</source>
        <translation>Chưa chọn phiếu</translation>
    </message>
    <message>
        <source>Choose one in the list, or type its number.</source>
        <translation>Hãy chọn trong danh sách, hoặc nhập số.</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>Mọi khách</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>Khách thường</translation>
    </message>
    <message>
        <source>Nobody of those chosen</source>
        <translation>Không có ai như đã chọn</translation>
    </message>
    <message>
        <source>Choose all services and all customers to see everybody.</source>
        <translation>Chọn mọi dịch vụ và mọi khách để thấy tất cả.</translation>
    </message>
    <message>
        <source>Nobody waits for one counter or colleague</source>
        <translation>Không ai chờ riêng một quầy hay một người</translation>
    </message>
    <message>
        <source>Who is sent to one counter or colleague appears here until they are called.</source>
        <translation>Khách được chuyển riêng cho một quầy hay một người hiện ở đây cho đến khi được gọi.</translation>
    </message>
    <message>
        <source>Nobody was overtaken</source>
        <translation>Không ai bị vượt</translation>
    </message>
    <message>
        <source>Those before whom later ones were called appear here, with how often.</source>
        <translation>Khách có người đến sau được gọi trước hiện ở đây, kèm số lần.</translation>
    </message>
    <message>
        <source>Nobody comes later</source>
        <translation>Không có ai hẹn đến sau</translation>
    </message>
    <message>
        <source>Who is sent on for a later time appears here until then.</source>
        <translation>Khách được chuyển cho lúc sau hiện ở đây cho đến lúc đó.</translation>
    </message>
    <message>
        <source>Nothing is put aside</source>
        <translation>Không có phiếu tạm giữ</translation>
    </message>
    <message>
        <source>What a counter puts aside in the middle of serving appears here, with why and until when.</source>
        <translation>Phiếu được quầy tạm giữ khi đang phục vụ hiện ở đây, kèm lý do và đến khi nào.</translation>
    </message>
    <message>
        <source>Why this number: %1</source>
        <translation>Vì sao số này: %1</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Khách</translation>
    </message>
    <message>
        <source>For one counter or colleague</source>
        <translation>Riêng một quầy hay một người</translation>
    </message>
    <message>
        <source>Others went before them</source>
        <translation>Bị người đến sau vượt</translation>
    </message>
    <message>
        <source>Come later</source>
        <translation>Đến sau</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>Tạm giữ</translation>
    </message>
    <message>
        <source>Who the customer is…</source>
        <translation>Khách thuộc diện…</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>Khách đến</translation>
    </message>
    <message>
        <source>Who came in, and whose a ticket is</source>
        <translation>Ai vừa đến, và số là của ai</translation>
    </message>
</context>
<context>
    <name>tiepdon::TimerRing</name>
    <message>
        <source>in time</source>
        <translation>đúng hạn</translation>
    </message>
    <message>
        <source>nearly over</source>
        <translation>sắp quá giờ</translation>
    </message>
    <message>
        <source>%1 over the usual time</source>
        <translation>quá giờ thường lệ %1</translation>
    </message>
    <message>
        <source>no time runs</source>
        <translation>không tính giờ</translation>
    </message>
    <message>
        <source>%1, usually %2, %3</source>
        <translation>%1, thường %2, %3</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>over the usual time</source>
        <translation>quá giờ thường lệ</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>thường %1</translation>
    </message>
</context>
<context>
    <name>tiepdon::TransferPanel</name>
    <message>
        <source>Place in the queue there</source>
        <translation>Vị trí trong hàng mới</translation>
    </message>
    <message>
        <source>By time waited</source>
        <translation>Theo thời gian đã chờ</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Đầu hàng</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Cuối hàng</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Chuyển</translation>
    </message>
    <message>
        <source>%1 (counter %2)</source>
        <translation>%1 (quầy %2)</translation>
    </message>
    <message>
        <source>Counter %1 · %2</source>
        <translation>Quầy %1 · %2</translation>
    </message>
    <message>
        <source>closed now</source>
        <translation>đang đóng</translation>
    </message>
    <message>
        <source>not at a counter now</source>
        <translation>không ở quầy nào</translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation>quầy %1</translation>
    </message>
    <message>
        <source>for: %1</source>
        <translation>cho: %1</translation>
    </message>
    <message>
        <source>There is nobody and nothing to choose here.</source>
        <translation>Ở đây không có gì để chọn.</translation>
    </message>
    <message>
        <source>Another service can be added once %1 is being served.</source>
        <translation>Bắt đầu phục vụ %1 rồi mới thêm được dịch vụ.</translation>
    </message>
    <message>
        <source>When you finish, %1 waits for %2 and then comes back to you.</source>
        <translation>Khi bạn kết thúc, %1 chờ %2 rồi quay lại quầy của bạn.</translation>
    </message>
    <message>
        <source>When you finish, %1 waits for %2.</source>
        <translation>Khi bạn kết thúc, %1 chờ %2.</translation>
    </message>
    <message>
        <source>%1 is in wrap-up: only another service can be added.</source>
        <translation>%1 đang hoàn tất hồ sơ: chỉ thêm được dịch vụ.</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>ngay</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>sau %1 phút</translation>
    </message>
    <message>
        <source>first in the queue</source>
        <translation>đầu hàng</translation>
    </message>
    <message>
        <source>last in the queue</source>
        <translation>cuối hàng</translation>
    </message>
    <message>
        <source>by the time waited</source>
        <translation>theo thời gian đã chờ</translation>
    </message>
    <message>
        <source>%1 waits for %2, %3, %4.</source>
        <translation>%1 chờ %2, %3, %4.</translation>
    </message>
    <message>
        <source>%1 waits for %2, only for counter %3, %4, %5.</source>
        <translation>%1 chờ %2, chỉ ở quầy %3, %4, %5.</translation>
    </message>
    <message>
        <source>%1 waits for %2, only for %3, %4, %5.</source>
        <translation>%1 chờ %2, chỉ gặp %3, %4, %5.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Nothing planned yet.</source>
        <translation>Chưa có dịch vụ tiếp theo.</translation>
    </message>
    <message>
        <source>Planned: %1</source>
        <translation>Tiếp theo: %1</translation>
    </message>
    <message>
        <source>To a service</source>
        <translation>Dịch vụ khác</translation>
    </message>
    <message>
        <source>To a counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>To a colleague</source>
        <translation>Đồng nghiệp</translation>
    </message>
    <message>
        <source>One more service</source>
        <translation>Thêm dịch vụ</translation>
    </message>
    <message>
        <source>Joins the queue</source>
        <translation>Vào hàng</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Ngay</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>Then back to me</source>
        <translation>Rồi quay lại quầy tôi</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Take back the services planned</source>
        <translation>Bỏ các dịch vụ tiếp theo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Chuyển đến đâu</translation>
    </message>
    <message>
        <source>Service needed there</source>
        <translation>Dịch vụ cần ở đó</translation>
    </message>
</context>
<context>
    <name>tiepdon::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Đã làm: %1</translation>
    </message>
</context>
<context>
    <name>tiepdon::WaitingModel</name>
    <message>
        <source>%1, %2, waiting %3 of %4 minutes</source>
        <translation>%1, %2, chờ %3/%4 phút</translation>
    </message>
</context>
<context>
    <name>tiepdon::WindowHeader</name>
    <message>
        <source>Switch language</source>
        <translation>Đổi ngôn ngữ</translation>
    </message>
    <message>
        <source>Password…</source>
        <translation>Mật khẩu…</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>Đổi mật khẩu của bạn</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Đăng xuất</translation>
    </message>
    <message>
        <source>Time at the branch</source>
        <translation>Giờ tại chi nhánh</translation>
    </message>
</context>
<context>
    <name>tiepdon::WorkButtons</name>
    <message>
        <source>Confirming…</source>
        <translation>Đang xác nhận…</translation>
    </message>
    <message>
        <source>Kept; will be sent when the hub is back.</source>
        <translation>Đã giữ lại; sẽ gửi khi kết nối lại máy chủ.</translation>
    </message>
    <message>
        <source>The hub cannot be reached. Start and Finish are kept here and sent later.</source>
        <translation>Không kết nối được máy chủ. Bắt đầu và Kết thúc được giữ tại đây và gửi sau.</translation>
    </message>
    <message>
        <source>The hub cannot be reached: wait until the badge says live.</source>
        <translation>Không kết nối được máy chủ: hãy đợi đến khi nhãn báo trực tuyến.</translation>
    </message>
    <message>
        <source>A break begins with nobody at the counter: %1 is still here.</source>
        <translation>Chỉ tạm nghỉ khi quầy không có khách: %1 vẫn đang ở đây.</translation>
    </message>
    <message>
        <source>No recalls left: start, or mark as no-show.</source>
        <translation>Hết lượt gọi lại: hãy bắt đầu hoặc báo vắng mặt.</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>Thôi, không gọi</translation>
    </message>
    <message>
        <source>Call in %1 s</source>
        <translation>Gọi sau %1 giây</translation>
    </message>
    <message>
        <source>Call whoever comes</source>
        <translation>Gọi ngay khi có khách</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Gọi tiếp</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Làm việc tiếp</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Gọi lại</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Vắng mặt</translation>
    </message>
    <message>
        <source>Back to queue</source>
        <translation>Trả lại hàng</translation>
    </message>
    <message>
        <source>Customer left</source>
        <translation>Khách đã rời</translation>
    </message>
    <message>
        <source>The customer has left and you work on: wrap-up</source>
        <translation>Khách đã rời, bạn hoàn tất hồ sơ</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Tạm giữ</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Chuyển</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Khách không lấy số</translation>
    </message>
    <message>
        <source>Serve a customer who has no ticket</source>
        <translation>Phục vụ khách không lấy số</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Tạm nghỉ</translation>
    </message>
</context>
<context>
    <name>tiepdon::WorkPage</name>
    <message>
        <source>Nobody at your counter</source>
        <translation>Quầy của bạn đang trống</translation>
    </message>
    <message>
        <source>%1 is next. Press F2 to call.</source>
        <translation>Tiếp theo là %1. Nhấn F2 để gọi.</translation>
    </message>
    <message>
        <source>Nobody is waiting</source>
        <translation>Không có ai chờ</translation>
    </message>
    <message>
        <source>Why %1?</source>
        <translation>Vì sao %1?</translation>
    </message>
    <message>
        <source>Nobody waits for your services, so there is no next number.</source>
        <translation>Không có ai chờ dịch vụ của bạn nên chưa có số tiếp theo.</translation>
    </message>
    <message>
        <source>On a break since %1</source>
        <translation>Đang tạm nghỉ từ %1</translation>
    </message>
    <message>
        <source>Nobody is called to your counter until you go on.</source>
        <translation>Không ai được gọi đến quầy của bạn cho đến khi bạn làm việc tiếp.</translation>
    </message>
    <message>
        <source>on a break</source>
        <translation>đang nghỉ</translation>
    </message>
    <message>
        <source>Its reason is kept in the branch&apos;s journal.</source>
        <translation>Lý do được lưu trong nhật ký của chi nhánh.</translation>
    </message>
    <message>
        <source>%1 waits again, first in the queue: the time it was parked for is up.</source>
        <translation>%1 đã trở lại đầu hàng chờ: hết giờ tạm giữ.</translation>
    </message>
    <message>
        <source>The next person is called here in a moment</source>
        <translation>Khách tiếp theo sắp được gọi đến quầy này</translation>
    </message>
    <message>
        <source>Whoever comes next is called here at once</source>
        <translation>Ai đến tiếp theo sẽ được gọi ngay đến quầy này</translation>
    </message>
    <message>
        <source>Asked for at %1. F2 or Esc takes it back.</source>
        <translation>Đã đặt lúc %1. Nhấn F2 hoặc Esc để thôi.</translation>
    </message>
    <message>
        <source>The person you call will appear here. Press F2 now and whoever comes next is called at once.</source>
        <translation>Khách bạn gọi sẽ hiện ở đây. Nhấn F2 để người đến tiếp theo được gọi ngay.</translation>
    </message>
</context>
</TS>
