<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
<context>
    <name>AdviceWords</name>
    <message>
        <source>costs %1 min of a counter</source>
        <translation>tốn %1 phút mở quầy</translation>
    </message>
    <message>
        <source>saves %1 min of a counter</source>
        <translation>bớt được %1 phút mở quầy</translation>
    </message>
    <message>
        <source>better in %1 of %2 runs</source>
        <translation>tốt hơn trong %1/%2 lần thử</translation>
    </message>
    <message>
        <source>worse in %1 of %2 runs</source>
        <translation>xấu hơn trong %1/%2 lần thử</translation>
    </message>
    <message>
        <source>Where followed: %1 % of promises kept, %2 % forecast (n = %3 people).</source>
        <translation>Khi làm theo: %1 % khách được gọi đúng hẹn, dự báo %2 % (n = %3 khách).</translation>
    </message>
    <message>
        <source>Where not: %1 % of promises kept, %2 % forecast (n = %3 people).</source>
        <translation>Khi không làm theo: %1 % khách được gọi đúng hẹn, dự báo %2 % (n = %3 khách).</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>hơn %1</translation>
    </message>
    <message>
        <source>Open counter %1 for %2, with %3</source>
        <translation>Mở quầy %1 làm %2, do %3 phụ trách</translation>
    </message>
    <message>
        <source>One more person at counter %1, for %2</source>
        <translation>Cần thêm một người ở quầy %1, làm %2</translation>
    </message>
    <message>
        <source>Switch counter %1 to %2</source>
        <translation>Chuyển quầy %1 sang %2</translation>
    </message>
    <message>
        <source>Close counter %1</source>
        <translation>Đóng quầy %1</translation>
    </message>
    <message>
        <source>%1 goes from counter %2 to counter %3</source>
        <translation>%1 chuyển từ quầy %2 sang quầy %3</translation>
    </message>
    <message>
        <source>Break at counter %1: %2</source>
        <translation>Tạm nghỉ ở quầy %1: %2</translation>
    </message>
    <message>
        <source>Ask %1 back from the break, to counter %2</source>
        <translation>Nhờ %1 nghỉ xong sớm, trở lại quầy %2</translation>
    </message>
    <message>
        <source>P80 wait for %1 %2 → %3 min</source>
        <translation>chờ P80 của %1: %2 → %3 phút</translation>
    </message>
    <message>
        <source>promises kept %1 → %2 %</source>
        <translation>đúng hẹn %1 → %2 %</translation>
    </message>
    <message>
        <source>forecast for %1 min, n = %2 futures</source>
        <translation>dự báo cho %1 phút tới, n = %2 lần thử</translation>
    </message>
    <message>
        <source>No open counter would serve %1, and people wait for it.</source>
        <translation>Sẽ không còn quầy nào làm %1 trong khi có khách đang chờ.</translation>
    </message>
    <message>
        <source>Advice comes once the day is open.</source>
        <translation>Gợi ý sẽ có khi ngày làm việc được mở.</translation>
    </message>
    <message>
        <source>The floor is well manned: nobody is expected in the next %1 min.</source>
        <translation>Các quầy đã đủ người: không có khách nào dự kiến trong %1 phút tới.</translation>
    </message>
    <message>
        <source>If nothing is done, %1 % of promises are kept in the next %2 min (n = %3 people).</source>
        <translation>Nếu giữ nguyên, %1 % khách được gọi đúng hẹn trong %2 phút tới (n = %3 khách).</translation>
    </message>
    <message>
        <source>The floor is well manned: %1 % of promises will be kept in the next %2 min (n = %3 people).</source>
        <translation>Các quầy đã đủ người: %1 % khách sẽ được gọi đúng hẹn trong %2 phút tới (n = %3 khách).</translation>
    </message>
    <message>
        <source>Last %1 days: %2 of %3 pieces of advice were followed.</source>
        <translation>%1 ngày qua: đã làm theo %2/%3 gợi ý.</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>%1: one person has waited %2 min, promised %3</source>
        <translation>%1: một người đã chờ %2 phút, cam kết %3</translation>
    </message>
    <message>
        <source>%1: waiting up to %2 min, promised %3; %4 people</source>
        <translation>%1: chờ đến %2 phút, cam kết %3; %4 người</translation>
    </message>
    <message>
        <source>%1: a service takes %2 times as long as usual</source>
        <translation>%1: phục vụ lâu gấp %2 lần thường lệ</translation>
    </message>
    <message>
        <source>%1: %2 has been served for %3 min, expected %4</source>
        <translation>%1: %2 đã được phục vụ %3 phút, dự kiến %4</translation>
    </message>
    <message>
        <source>A ticket</source>
        <translation>Một phiếu</translation>
    </message>
    <message>
        <source>Device %1</source>
        <translation>Thiết bị %1</translation>
    </message>
    <message>
        <source>%1: a promise will probably be broken soon (%2 %)</source>
        <translation>%1: có thể sắp lỡ cam kết (%2 %)</translation>
    </message>
    <message>
        <source>%1: %2 people wait, from %3 on it is too many</source>
        <translation>%1: %2 người chờ, từ %3 là quá đông</translation>
    </message>
    <message>
        <source>%1: nobody called for %2 min while %3 wait who could be served there</source>
        <translation>%1: %2 phút chưa gọi ai, trong khi %3 người chờ có thể phục vụ ở đó</translation>
    </message>
    <message>
        <source>%1: on a break for %2 min</source>
        <translation>%1: đã nghỉ %2 phút</translation>
    </message>
    <message>
        <source>%1: %2 calls in a row and nobody came</source>
        <translation>%1: %2 lượt gọi liên tiếp không ai đến</translation>
    </message>
    <message>
        <source>%1 has been open for %2 min</source>
        <translation>%1 đã mở %2 phút chưa xong</translation>
    </message>
    <message>
        <source>%1 has been out of reach for %2 min</source>
        <translation>%1 mất kết nối %2 phút</translation>
    </message>
    <message>
        <source>What a teller lacks has been missing for %1 min</source>
        <translation>Điều giao dịch viên còn thiếu đã chờ %1 phút</translation>
    </message>
    <message>
        <source>%1 cannot print for %2 min</source>
        <translation>%1 không in được %2 phút</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>nobody has it yet</source>
        <translation>chưa ai nhận</translation>
    </message>
    <message>
        <source>you acted</source>
        <translation>bạn đã xử lý</translation>
    </message>
    <message>
        <source>you have it</source>
        <translation>bạn đang nhận</translation>
    </message>
    <message>
        <source>%1 acted</source>
        <translation>%1 đã xử lý</translation>
    </message>
    <message>
        <source>%1 has it</source>
        <translation>%1 đang nhận</translation>
    </message>
    <message>
        <source>another supervisor acted</source>
        <translation>giám sát khác đã xử lý</translation>
    </message>
    <message>
        <source>another supervisor has it</source>
        <translation>giám sát khác đang nhận</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>đã chuyển cấp</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Cảnh báo</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Nghiêm trọng</translation>
    </message>
</context>
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
    <name>CounterFormWords</name>
    <message>
        <source>Only for a short while</source>
        <translation>Chỉ trong chốc lát</translation>
    </message>
    <message>
        <source>Others are more urgent now</source>
        <translation>Việc khác gấp hơn</translation>
    </message>
    <message>
        <source>Too few people are here</source>
        <translation>Thiếu người</translation>
    </message>
    <message>
        <source>The branch closes soon</source>
        <translation>Chi nhánh sắp đóng cửa</translation>
    </message>
    <message>
        <source>An earlier move is taken back</source>
        <translation>Hoàn tác một lần chuyển trước</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <source>%1 is at %2, with %3. It has to be finished, transferred or marked as no-show first.</source>
        <translation>%1 đang ở %2, với %3. Phải kết thúc, chuyển tiếp hoặc đánh dấu vắng trước.</translation>
    </message>
    <message>
        <source>No counter is left for: %1.</source>
        <translation>Không còn quầy nào phục vụ: %1.</translation>
    </message>
    <message>
        <source>No counter is left for: %1. One person waits for that now.</source>
        <translation>Không còn quầy nào phục vụ: %1. Hiện có một người đang chờ.</translation>
    </message>
    <message>
        <source>No counter is left for: %1. %2 people wait for that now.</source>
        <translation>Không còn quầy nào phục vụ: %1. Hiện có %2 người đang chờ.</translation>
    </message>
    <message>
        <source>Somebody else has just changed %1: %2.</source>
        <translation>Người khác vừa thay đổi %1: %2.</translation>
    </message>
    <message>
        <source>%1 has just changed %2: %3.</source>
        <translation>%1 vừa thay đổi %2: %3.</translation>
    </message>
    <message>
        <source>Do it all the same?</source>
        <translation>Vẫn thực hiện?</translation>
    </message>
    <message>
        <source>Why people may wait</source>
        <translation>Vì sao khách có thể chờ</translation>
    </message>
    <message>
        <source>Work profile</source>
        <translation>Hồ sơ công việc</translation>
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
        <translation>%1 được phục vụ đến hết; thay đổi áp dụng từ lượt gọi sau.</translation>
    </message>
    <message>
        <source>%1 has this work profile already.</source>
        <translation>%1 đã có hồ sơ công việc này.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Mở %1</translation>
    </message>
    <message>
        <source>Who works there</source>
        <translation>Ai làm việc ở đó</translation>
    </message>
    <message>
        <source>%1 is open already, for %2.</source>
        <translation>%1 đã mở, cho %2.</translation>
    </message>
    <message>
        <source>Everybody on the staff list is at a counter. Move somebody there instead (F4).</source>
        <translation>Mọi nhân viên đều đang ở quầy. Hãy chuyển một người sang (F4).</translation>
    </message>
    <message>
        <source>Who works at %1</source>
        <translation>Ai làm ở %1</translation>
    </message>
    <message>
        <source>Move there</source>
        <translation>Chuyển sang</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>There is nobody else on the staff list.</source>
        <translation>Không còn ai khác trong danh sách nhân viên.</translation>
    </message>
    <message>
        <source>%1 has it now and is at no counter afterwards. A ticket in hand stays at the counter.</source>
        <translation>Hiện do %1 phụ trách; sau đó người này không ở quầy nào. Phiếu đang phục vụ vẫn ở lại quầy.</translation>
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
        <translation>Không ai được gọi đến đó cho đến khi hết giờ nghỉ.</translation>
    </message>
    <message>
        <source>%1, called %2</source>
        <translation>%1, đã gọi %2</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, đang phục vụ %2</translation>
    </message>
    <message>
        <source>%1, on a break</source>
        <translation>%1, đang nghỉ</translation>
    </message>
    <message>
        <source>at no counter</source>
        <translation>không ở quầy nào</translation>
    </message>
</context>
<context>
    <name>CounterMoveWords</name>
    <message>
        <source>%1 closed</source>
        <translation>Đã đóng %1</translation>
    </message>
    <message>
        <source>%1 opened for %2</source>
        <translation>Đã mở %1 cho %2</translation>
    </message>
    <message>
        <source>%1: %2 in place of %3</source>
        <translation>%1: %2 thay %3</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1 on a break: %2</source>
        <translation>%1 tạm nghỉ: %2</translation>
    </message>
    <message>
        <source>%1: break ended</source>
        <translation>%1: đã hết giờ nghỉ</translation>
    </message>
    <message>
        <source>%1 is at %2 by now.</source>
        <translation>%1 hiện đã ở %2.</translation>
    </message>
    <message>
        <source>%1 is not there any longer.</source>
        <translation>%1 không còn nữa.</translation>
    </message>
    <message>
        <source>%1 is closed by now. Open it again as it should be.</source>
        <translation>%1 đã đóng. Hãy mở lại như mong muốn.</translation>
    </message>
    <message>
        <source>The break of %1 is over already.</source>
        <translation>%1 đã hết giờ nghỉ rồi.</translation>
    </message>
    <message>
        <source>%1 was changed since: %2. Move it again if that is not right.</source>
        <translation>%1 đã được thay đổi sau đó: %2. Nếu chưa đúng, hãy chuyển lại.</translation>
    </message>
    <message>
        <source>%1 is at %2 now. This can be undone when they are finished.</source>
        <translation>%1 đang ở %2. Có thể hoàn tác khi phục vụ xong.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>đã đóng</translation>
    </message>
    <message>
        <source>on a break: %1</source>
        <translation>tạm nghỉ: %1</translation>
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
    <name>DayHeadline</name>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>n = %1, %2</source>
        <translation>n = %1, %2</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>quá %1</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>trong %1</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Đến</translation>
    </message>
    <message>
        <source>%1 transferred</source>
        <translation>%1 chuyển đi</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Đã phục vụ</translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation>%1 lượt dịch vụ</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>the day is over</source>
        <translation>ngày đã đóng</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>lúc %1</translation>
    </message>
    <message>
        <source>longest %1</source>
        <translation>lâu nhất %1</translation>
    </message>
    <message>
        <source>P80 wait (min)</source>
        <translation>Chờ P80 (phút)</translation>
    </message>
    <message>
        <source>Promises kept</source>
        <translation>Đúng cam kết</translation>
    </message>
    <message>
        <source>No-shows</source>
        <translation>Vắng mặt</translation>
    </message>
    <message>
        <source>%1 of arrived</source>
        <translation>%1 số khách đến</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>Công suất</translation>
    </message>
    <message>
        <source>%1 at work</source>
        <translation>%1 người làm việc</translation>
    </message>
    <message>
        <source>of counters alone</source>
        <translation>chỉ tính cho quầy</translation>
    </message>
    <message>
        <source>Mean wait (min)</source>
        <translation>Chờ TB (phút)</translation>
    </message>
    <message>
        <source>strictly %1 of %2</source>
        <translation>chặt: %1 của %2</translation>
    </message>
    <message>
        <source>%1 h, %2</source>
        <translation>%1 giờ, %2</translation>
    </message>
</context>
<context>
    <name>FigureChart</name>
    <message>
        <source>%1: %2 arrived, %3 called</source>
        <translation>%1: %2 đến, %3 đã gọi</translation>
    </message>
    <message>
        <source>%1: P50 %2 min, P80 %3 min, promise %4 min, n = %5</source>
        <translation>%1: P50 %2 phút, P80 %3 phút, cam kết %4 phút, n = %5</translation>
    </message>
    <message>
        <source>%1: occupied %2 %, %3 at work</source>
        <translation>%1: công suất %2 %, %3 người làm việc</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Arrivals and calls by half hour</source>
        <translation>Khách đến và lượt gọi theo nửa giờ</translation>
    </message>
    <message>
        <source>Waits of those called, in minutes, by half hour</source>
        <translation>Thời gian chờ của người được gọi, phút, theo nửa giờ</translation>
    </message>
    <message>
        <source>Occupancy of counters by half hour</source>
        <translation>Công suất quầy theo nửa giờ</translation>
    </message>
    <message>
        <source>■ arrived   ▨ called</source>
        <translation>■ đến   ▨ đã gọi</translation>
    </message>
    <message>
        <source>● P50   ■ P80   ┄ mean promise</source>
        <translation>● P50   ■ P80   ┄ cam kết trung bình</translation>
    </message>
    <message>
        <source>■ serving, of the time open without breaks</source>
        <translation>■ phục vụ trên thời gian mở, trừ giờ nghỉ</translation>
    </message>
    <message>
        <source>n = %1 arrived, %2 called · %3</source>
        <translation>n = %1 đến, %2 đã gọi · %3</translation>
    </message>
    <message>
        <source>n = %1 called · %2</source>
        <translation>n = %1 đã gọi · %2</translation>
    </message>
    <message>
        <source>n = %1 counter hours without breaks · %2</source>
        <translation>n = %1 giờ quầy trừ giờ nghỉ · %2</translation>
    </message>
    <message>
        <source>The table below has every half hour when “By half hour” is chosen.</source>
        <translation>Bảng bên dưới có từng nửa giờ khi chọn “Theo nửa giờ”.</translation>
    </message>
    <message>
        <source>Most people came in the half hour from %1: %2; %3 were called in it.</source>
        <translation>Khách đến đông nhất trong nửa giờ từ %1: %2; trong đó gọi %3 lượt.</translation>
    </message>
    <message>
        <source>Waits were longest in the half hour from %1: P50 %2 min, P80 %3 min, against a promise of %4 min, of %5 called.</source>
        <translation>Chờ lâu nhất trong nửa giờ từ %1: P50 %2 phút, P80 %3 phút, cam kết %4 phút, %5 lượt gọi.</translation>
    </message>
    <message>
        <source>Counters were occupied most in the half hour from %1: %2 %, with %3 at work.</source>
        <translation>Quầy bận nhất trong nửa giờ từ %1: %2 %, %3 người làm việc.</translation>
    </message>
    <message>
        <source>Nothing was yet.</source>
        <translation>Chưa có gì.</translation>
    </message>
</context>
<context>
    <name>FigureColumns</name>
    <message>
        <source>Arrived</source>
        <translation>Đến</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Đã gọi</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Đã phục vụ</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Average wait (min)</source>
        <translation>Chờ trung bình (phút)</translation>
    </message>
    <message>
        <source>P50 wait (min)</source>
        <translation>Chờ P50 (phút)</translation>
    </message>
    <message>
        <source>P80 wait (min)</source>
        <translation>Chờ P80 (phút)</translation>
    </message>
    <message>
        <source>P90 wait (min)</source>
        <translation>Chờ P90 (phút)</translation>
    </message>
    <message>
        <source>Longest wait (min)</source>
        <translation>Chờ lâu nhất (phút)</translation>
    </message>
    <message>
        <source>Promise (min)</source>
        <translation>Cam kết (phút)</translation>
    </message>
    <message>
        <source>Kept (%)</source>
        <translation>Đúng cam kết (%)</translation>
    </message>
    <message>
        <source>Kept, strict (%)</source>
        <translation>Đúng cam kết, chặt (%)</translation>
    </message>
    <message>
        <source>No-shows</source>
        <translation>Vắng mặt</translation>
    </message>
    <message>
        <source>No-shows (%)</source>
        <translation>Vắng mặt (%)</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Bỏ về</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Open at closing</source>
        <translation>Còn mở lúc đóng ngày</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Chuyển đi</translation>
    </message>
    <message>
        <source>Average service (min)</source>
        <translation>Phục vụ trung bình (phút)</translation>
    </message>
    <message>
        <source>P80 service (min)</source>
        <translation>Phục vụ P80 (phút)</translation>
    </message>
    <message>
        <source>Average walk (min)</source>
        <translation>Đi tới quầy (phút)</translation>
    </message>
    <message>
        <source>Average wrap-up (min)</source>
        <translation>Hoàn tất hồ sơ (phút)</translation>
    </message>
    <message>
        <source>Average transaction (min)</source>
        <translation>Giao dịch trung bình (phút)</translation>
    </message>
    <message>
        <source>Serving (min)</source>
        <translation>Đang phục vụ (phút)</translation>
    </message>
    <message>
        <source>Counters open (min)</source>
        <translation>Quầy mở (phút)</translation>
    </message>
    <message>
        <source>Breaks (min)</source>
        <translation>Nghỉ (phút)</translation>
    </message>
    <message>
        <source>Staff at work</source>
        <translation>Nhân viên làm việc</translation>
    </message>
    <message>
        <source>Suspect</source>
        <translation>Đáng ngờ</translation>
    </message>
    <message>
        <source>Visits that asked for it; of a counter, that were called there.</source>
        <translation>Lượt khách yêu cầu; với quầy là lượt được gọi tới đó.</translation>
    </message>
    <message>
        <source>Called, with those served since. The waits are theirs.</source>
        <translation>Đã gọi, kể cả người đã được phục vụ. Thời gian chờ là của những người này.</translation>
    </message>
    <message>
        <source>From arrival, or the time booked where that is later, to the last call. Half hours are those of the call.</source>
        <translation>Từ lúc đến, hoặc giờ hẹn nếu muộn hơn, tới lần gọi cuối. Nửa giờ tính theo lúc gọi.</translation>
    </message>
    <message>
        <source>Mean of the waits promised to those called.</source>
        <translation>Trung bình thời gian chờ đã cam kết với những người được gọi.</translation>
    </message>
    <message>
        <source>Called within the wait promised, of those served.</source>
        <translation>Được gọi trong thời gian cam kết, trên số đã phục vụ.</translation>
    </message>
    <message>
        <source>Called within the wait promised and served, of those served, not there when called, and gone unserved.</source>
        <translation>Được gọi trong thời gian cam kết và được phục vụ, trên số đã phục vụ, vắng mặt và bỏ về.</translation>
    </message>
    <message>
        <source>Left without being served.</source>
        <translation>Bỏ về khi chưa được phục vụ.</translation>
    </message>
    <message>
        <source>Not there at the last call; the share is of those who arrived.</source>
        <translation>Không có mặt ở lần gọi cuối; tỷ lệ tính trên số khách đến.</translation>
    </message>
    <message>
        <source>From start to wrap-up or finish, of those served.</source>
        <translation>Từ lúc bắt đầu tới lúc hoàn tất hồ sơ hoặc kết thúc, của những người đã phục vụ.</translation>
    </message>
    <message>
        <source>From the last call to the start.</source>
        <translation>Từ lần gọi cuối tới lúc bắt đầu.</translation>
    </message>
    <message>
        <source>From wrap-up to finish, of those served with one.</source>
        <translation>Từ lúc hoàn tất hồ sơ tới kết thúc, của những lượt có bước này.</translation>
    </message>
    <message>
        <source>From the last call to finish, of those served.</source>
        <translation>Từ lần gọi cuối tới kết thúc, của những người đã phục vụ.</translation>
    </message>
    <message>
        <source>Serving, of the time counters were open without breaks.</source>
        <translation>Thời gian phục vụ trên thời gian quầy mở, không tính giờ nghỉ.</translation>
    </message>
    <message>
        <source>People who sat at an open counter, not on a break all the while.</source>
        <translation>Người ngồi tại quầy mở, không tính người nghỉ suốt.</translation>
    </message>
    <message>
        <source>Served in under five seconds, forgotten open, or cancelled as a duplicate.</source>
        <translation>Phục vụ dưới năm giây, quên đóng, hoặc hủy vì trùng.</translation>
    </message>
    <message>
        <source>By half hour</source>
        <translation>Theo nửa giờ</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>Theo dịch vụ</translation>
    </message>
    <message>
        <source>By segment</source>
        <translation>Theo nhóm khách</translation>
    </message>
    <message>
        <source>By counter</source>
        <translation>Theo quầy</translation>
    </message>
    <message>
        <source>Service %1, removed since</source>
        <translation>Dịch vụ %1, nay đã bỏ</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>Khách thường</translation>
    </message>
    <message>
        <source>Segment %1, removed since</source>
        <translation>Nhóm khách %1, nay đã bỏ</translation>
    </message>
    <message>
        <source>A counter removed since (%1)</source>
        <translation>Quầy nay đã bỏ (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, not over yet</source>
        <translation>%1, chưa hết ngày</translation>
    </message>
    <message>
        <source>No suspect visits.</source>
        <translation>Không có lượt đáng ngờ.</translation>
    </message>
    <message>
        <source>%1 served in under five seconds</source>
        <translation>%1 phục vụ dưới năm giây</translation>
    </message>
    <message>
        <source>%1 forgotten open</source>
        <translation>%1 quên đóng</translation>
    </message>
    <message>
        <source>%1 duplicates</source>
        <translation>%1 trùng</translation>
    </message>
    <message>
        <source>Suspect visits left out: %1 (%2).</source>
        <translation>Đã bỏ ra %1 lượt đáng ngờ (%2).</translation>
    </message>
    <message>
        <source>Suspect visits among them: %1 (%2).</source>
        <translation>Trong đó có %1 lượt đáng ngờ (%2).</translation>
    </message>
    <message>
        <source>Busy (%)</source>
        <translation>Công suất (%)</translation>
    </message>
</context>
<context>
    <name>FiguresFile</name>
    <message>
        <source>Branch</source>
        <translation>Chi nhánh</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Tính cho</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Chất lượng</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Walks (n)</source>
        <translation>Lượt đi tới quầy (n)</translation>
    </message>
    <message>
        <source>Wrap-ups (n)</source>
        <translation>Lượt hoàn tất hồ sơ (n)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toàn bộ</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>số liệu</translation>
    </message>
</context>
<context>
    <name>FiguresPdf</name>
    <message>
        <source>Figures of the day</source>
        <translation>Số liệu trong ngày</translation>
    </message>
    <message>
        <source>Counted: %1</source>
        <translation>Tính cho: %1</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Made %1, %2 for %3</source>
        <translation>Lập %1, %2 cho %3</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Trang %1</translation>
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
    <message>
        <source>%1 aside · %2 today</source>
        <translation>%1 tạm giữ · %2 lượt</translation>
    </message>
</context>
<context>
    <name>FormWords</name>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
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
        <source>The break of %1 is over already.</source>
        <translation>%1 đã hết giờ nghỉ.</translation>
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
    <name>PastWords</name>
    <message>
        <source>The branch&apos;s own settings were changed</source>
        <translation>Cài đặt chung của chi nhánh được sửa</translation>
    </message>
    <message>
        <source>A service was changed: %3</source>
        <translation>Một dịch vụ được sửa: %3</translation>
    </message>
    <message>
        <source>A work profile was changed</source>
        <translation>Một hồ sơ công việc được sửa</translation>
    </message>
    <message>
        <source>%2 was changed</source>
        <translation>%2 được sửa</translation>
    </message>
    <message>
        <source>The staff list was changed</source>
        <translation>Danh sách nhân viên được sửa</translation>
    </message>
    <message>
        <source>A group of services was changed</source>
        <translation>Một nhóm dịch vụ được sửa</translation>
    </message>
    <message>
        <source>A zone was changed</source>
        <translation>Một khu được sửa</translation>
    </message>
    <message>
        <source>A segment was changed</source>
        <translation>Một nhóm khách được sửa</translation>
    </message>
    <message>
        <source>A priority reason was changed</source>
        <translation>Một lý do ưu tiên được sửa</translation>
    </message>
    <message>
        <source>An outcome was changed</source>
        <translation>Một kết quả được sửa</translation>
    </message>
    <message>
        <source>A part of the branch was removed</source>
        <translation>Một phần của chi nhánh bị bỏ</translation>
    </message>
    <message>
        <source>The day was opened</source>
        <translation>Mở ngày</translation>
    </message>
    <message>
        <source>The day was closed</source>
        <translation>Đóng ngày</translation>
    </message>
    <message>
        <source>%2 opened</source>
        <translation>%2 mở</translation>
    </message>
    <message>
        <source>%2 closed</source>
        <translation>%2 đóng</translation>
    </message>
    <message>
        <source>%2 was given another work profile</source>
        <translation>%2 được đổi hồ sơ công việc</translation>
    </message>
    <message>
        <source>%2 went on a break</source>
        <translation>%2 tạm nghỉ</translation>
    </message>
    <message>
        <source>%2 came back from a break</source>
        <translation>%2 hết tạm nghỉ</translation>
    </message>
    <message>
        <source>%2 asked for the next who comes</source>
        <translation>%2 xin gọi người đến kế tiếp</translation>
    </message>
    <message>
        <source>%2 asks for the next who comes no longer</source>
        <translation>%2 thôi xin gọi người đến kế tiếp</translation>
    </message>
    <message>
        <source>%1 taken for %3</source>
        <translation>Lấy phiếu %1 cho %3</translation>
    </message>
    <message>
        <source>%1 waits on from the day before</source>
        <translation>%1 chờ tiếp từ ngày trước</translation>
    </message>
    <message>
        <source>%1 called to %2</source>
        <translation>Gọi %1 đến %2</translation>
    </message>
    <message>
        <source>%1 called again to %2</source>
        <translation>Gọi lại %1 đến %2</translation>
    </message>
    <message>
        <source>%1 came to %2</source>
        <translation>%1 đã đến %2</translation>
    </message>
    <message>
        <source>%1 finished at %2</source>
        <translation>%1 xong tại %2</translation>
    </message>
    <message>
        <source>%1 finished at %2 and waits for %3</source>
        <translation>%1 xong tại %2 và chờ %3</translation>
    </message>
    <message>
        <source>%1 left, %2 works on</source>
        <translation>%1 ra về, %2 làm tiếp</translation>
    </message>
    <message>
        <source>%1 did not come to %2 and waits again</source>
        <translation>%1 không đến %2 và chờ lại</translation>
    </message>
    <message>
        <source>%1 did not come to %2 and is a no-show</source>
        <translation>%1 không đến %2, tính vắng</translation>
    </message>
    <message>
        <source>%1 put back into the queue by %2</source>
        <translation>%2 trả %1 lại hàng chờ</translation>
    </message>
    <message>
        <source>%1 transferred to %3</source>
        <translation>Chuyển %1 sang %3</translation>
    </message>
    <message>
        <source>%1 put aside by %2</source>
        <translation>%2 tạm giữ %1</translation>
    </message>
    <message>
        <source>%1 taken up again by %2</source>
        <translation>%2 nhận lại %1</translation>
    </message>
    <message>
        <source>%1 is back in the queue by itself</source>
        <translation>%1 tự trở lại hàng chờ</translation>
    </message>
    <message>
        <source>Further services were planned for %1</source>
        <translation>%1 có thêm dịch vụ kế tiếp</translation>
    </message>
    <message>
        <source>How %1 came out was marked</source>
        <translation>Kết quả của %1 được ghi</translation>
    </message>
    <message>
        <source>%1 was given another segment</source>
        <translation>%1 được đổi nhóm khách</translation>
    </message>
    <message>
        <source>%1 was linked to a customer</source>
        <translation>%1 được gắn với khách hàng</translation>
    </message>
    <message>
        <source>%1 put first</source>
        <translation>Đưa %1 lên đầu</translation>
    </message>
    <message>
        <source>%1 put back to its own place</source>
        <translation>Đưa %1 về chỗ của mình</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>Hủy %1</translation>
    </message>
    <message>
        <source>%1 brought back</source>
        <translation>Khôi phục %1</translation>
    </message>
    <message>
        <source>%1 was still open when the day closed</source>
        <translation>%1 còn mở khi đóng ngày</translation>
    </message>
    <message>
        <source>served in under five seconds</source>
        <translation>phục vụ dưới năm giây</translation>
    </message>
    <message>
        <source>forgotten open</source>
        <translation>quên kết thúc</translation>
    </message>
    <message>
        <source>second ticket of a person</source>
        <translation>phiếu thứ hai của một người</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Đã phục vụ</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Đã chuyển</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Vắng</translation>
    </message>
    <message>
        <source>Open at closing</source>
        <translation>Còn mở khi đóng ngày</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Bỏ về</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Mọi phiếu</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Đã gọi</translation>
    </message>
    <message>
        <source>Promise kept</source>
        <translation>Đúng cam kết</translation>
    </message>
    <message>
        <source>Promise broken</source>
        <translation>Quá cam kết</translation>
    </message>
    <message>
        <source>No-shows</source>
        <translation>Vắng mặt</translation>
    </message>
    <message>
        <source>Left without service</source>
        <translation>Bỏ về chưa phục vụ</translation>
    </message>
    <message>
        <source>Cancelled tickets</source>
        <translation>Phiếu đã hủy</translation>
    </message>
    <message>
        <source>Waiting now</source>
        <translation>Đang chờ</translation>
    </message>
    <message>
        <source>Suspect: under five seconds</source>
        <translation>Đáng ngờ: dưới năm giây</translation>
    </message>
    <message>
        <source>Suspect: forgotten open</source>
        <translation>Đáng ngờ: quên kết thúc</translation>
    </message>
    <message>
        <source>Suspect: second ticket</source>
        <translation>Đáng ngờ: phiếu thứ hai</translation>
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
    <name>RuleWords</name>
    <message>
        <source>and %1 more</source>
        <translation>và %1 mục khác</translation>
    </message>
    <message>
        <source>any service</source>
        <translation>mọi dịch vụ</translation>
    </message>
    <message>
        <source>ordinary people</source>
        <translation>khách thường</translation>
    </message>
    <message>
        <source>%1 (only %2)</source>
        <translation>%1 (chỉ %2)</translation>
    </message>
    <message>
        <source>any counter</source>
        <translation>quầy bất kỳ</translation>
    </message>
    <message>
        <source>mail to %1</source>
        <translation>thư tới %1</translation>
    </message>
    <message>
        <source>another work profile</source>
        <translation>đổi hồ sơ công việc</translation>
    </message>
    <message>
        <source>counters or people moved</source>
        <translation>chuyển quầy hoặc nhân viên</translation>
    </message>
    <message>
        <source>a counter opened</source>
        <translation>mở quầy</translation>
    </message>
    <message>
        <source>a counter closed</source>
        <translation>đóng quầy</translation>
    </message>
    <message>
        <source>a break begun or ended</source>
        <translation>bắt đầu hoặc kết thúc giờ nghỉ</translation>
    </message>
    <message>
        <source>a ticket put first</source>
        <translation>ưu tiên một phiếu lên đầu</translation>
    </message>
    <message>
        <source>a ticket sent elsewhere</source>
        <translation>chuyển một phiếu</translation>
    </message>
    <message>
        <source>a ticket cancelled</source>
        <translation>hủy một phiếu</translation>
    </message>
    <message>
        <source>a message</source>
        <translation>gửi lời nhắn</translation>
    </message>
    <message>
        <source>looked after it</source>
        <translation>đã đến xem</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Ngày %1</translation>
    </message>
    <message>
        <source>%1 it would not have alerted.</source>
        <translation>%1 quy tắc này không cảnh báo lần nào.</translation>
    </message>
    <message>
        <source>%1 it would not have alerted, and missed %2.</source>
        <translation>%1 quy tắc này không cảnh báo lần nào và bỏ sót %2 lần.</translation>
    </message>
    <message>
        <source>%1 it would have alerted once</source>
        <translation>%1 quy tắc này cảnh báo một lần</translation>
    </message>
    <message>
        <source>%1 it would have alerted %2 times</source>
        <translation>%1 quy tắc này cảnh báo %2 lần</translation>
    </message>
    <message>
        <source>never rightly</source>
        <translation>không lần nào đúng</translation>
    </message>
    <message>
        <source>once rightly</source>
        <translation>một lần đúng</translation>
    </message>
    <message>
        <source>twice rightly</source>
        <translation>hai lần đúng</translation>
    </message>
    <message>
        <source>%1 times rightly</source>
        <translation>%1 lần đúng</translation>
    </message>
    <message>
        <source>and missed %1</source>
        <translation>và bỏ sót %1 lần</translation>
    </message>
    <message>
        <source>Waits longer than promised</source>
        <translation>Chờ lâu hơn đã hứa</translation>
    </message>
    <message>
        <source>A promise will be broken soon</source>
        <translation>Sắp chờ quá thời gian đã hứa</translation>
    </message>
    <message>
        <source>Many people wait</source>
        <translation>Nhiều người chờ</translation>
    </message>
    <message>
        <source>A service takes far too long</source>
        <translation>Giao dịch kéo dài bất thường</translation>
    </message>
    <message>
        <source>A counter is free while people wait</source>
        <translation>Quầy trống trong khi khách chờ</translation>
    </message>
    <message>
        <source>A long break</source>
        <translation>Nghỉ lâu</translation>
    </message>
    <message>
        <source>Calls nobody comes to</source>
        <translation>Gọi mà không có khách đến</translation>
    </message>
    <message>
        <source>A ticket forgotten open</source>
        <translation>Phiếu bị bỏ quên</translation>
    </message>
    <message>
        <source>A device out of reach</source>
        <translation>Mất liên lạc với thiết bị</translation>
    </message>
    <message>
        <source>What a teller lacks</source>
        <translation>Giao dịch viên còn thiếu gì đó</translation>
    </message>
    <message>
        <source>A kiosk cannot print</source>
        <translation>Kiosk không in được</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>âm thanh</translation>
    </message>
    <message>
        <source>system notification</source>
        <translation>thông báo hệ thống</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>thư điện tử</translation>
    </message>
    <message>
        <source>another system</source>
        <translation>hệ thống khác</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 giây</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 phút %2 giây</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 ngày</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 ngày</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 giờ</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 giờ %2 phút</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 người</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 người</translation>
    </message>
    <message>
        <source>1 call</source>
        <translation>1 lượt gọi</translation>
    </message>
    <message>
        <source>%1 calls</source>
        <translation>%1 lượt gọi</translation>
    </message>
    <message>
        <source>Somebody has waited %1 of the time promised, or longer, for %2.</source>
        <translation>Có khách đã chờ từ %1 thời gian đã hứa trở lên, với %2.</translation>
    </message>
    <message>
        <source>With a probability of %1 or more, a promise will be broken within %2 for %3.</source>
        <translation>Từ xác suất %1 trở lên, sẽ có khách chờ quá thời gian đã hứa trong %2 tới, với %3.</translation>
    </message>
    <message>
        <source>%1 or more wait for %2.</source>
        <translation>Từ %1 trở lên chờ %2.</translation>
    </message>
    <message>
        <source>At %1 somebody has been served for %2 of the usual time, or longer, for %3.</source>
        <translation>Tại %1, một khách đã được phục vụ từ %2 thời gian thông thường trở lên, với %3.</translation>
    </message>
    <message>
        <source>At %1 nobody has been called for %2 though people wait there for %3.</source>
        <translation>Tại %1, đã %2 không gọi ai trong khi có khách chờ được phục vụ ở đó, với %3.</translation>
    </message>
    <message>
        <source>A break at %1 has lasted %2 or longer.</source>
        <translation>Giờ nghỉ tại %1 đã kéo dài từ %2 trở lên.</translation>
    </message>
    <message>
        <source>At %1 nobody came to %2 in a row.</source>
        <translation>Tại %1, %2 liên tiếp không có khách đến.</translation>
    </message>
    <message>
        <source>A ticket for %1 has stood open at %2 or aside for %3 or longer.</source>
        <translation>Một phiếu của %1 vẫn mở tại %2 hoặc bị tạm giữ từ %3 trở lên.</translation>
    </message>
    <message>
        <source>A kiosk, display or sensor has been out of reach for %1 or longer.</source>
        <translation>Một kiosk, màn hình hoặc cảm biến mất liên lạc từ %1 trở lên.</translation>
    </message>
    <message>
        <source>What a teller said they lack has been open for %1 or longer.</source>
        <translation>Điều giao dịch viên báo còn thiếu chưa được xử lý từ %1 trở lên.</translation>
    </message>
    <message>
        <source>A kiosk has not been able to print for %1 or longer.</source>
        <translation>Một kiosk không in được phiếu từ %1 trở lên.</translation>
    </message>
    <message>
        <source>It alerts once that has been so for %1.</source>
        <translation>Chỉ cảnh báo khi tình trạng đó kéo dài %1.</translation>
    </message>
    <message>
        <source>It ends below %1.</source>
        <translation>Kết thúc khi xuống dưới %1.</translation>
    </message>
    <message>
        <source>It stands in the list of alerts, and nobody is told besides.</source>
        <translation>Cảnh báo chỉ hiện trong danh sách, không báo thêm cho ai.</translation>
    </message>
    <message>
        <source>Supervisors are told: %1.</source>
        <translation>Báo cho kiểm soát viên bằng: %1.</translation>
    </message>
    <message>
        <source>Again every %1 until somebody takes it up.</source>
        <translation>Báo lại sau mỗi %1 cho đến khi có người nhận.</translation>
    </message>
    <message>
        <source>When nobody has taken it up after %1, it is marked as passed on.</source>
        <translation>Nếu sau %1 chưa ai nhận, cảnh báo được đánh dấu là đã chuyển lên.</translation>
    </message>
    <message>
        <source>When nobody has taken it up after %1, also: %2.</source>
        <translation>Nếu sau %1 chưa ai nhận, báo thêm bằng: %2.</translation>
    </message>
    <message>
        <source>Nobody is told %1; what was due is told at the end of that.</source>
        <translation>Không báo cho ai trong %1; những gì đến hạn được báo khi hết khoảng đó.</translation>
    </message>
    <message>
        <source>It is switched off.</source>
        <translation>Quy tắc đang tắt.</translation>
    </message>
    <message>
        <source>This cannot be tried: past days do not keep how devices and printers were, nor what tellers lacked. The rule works from the moment it is saved.</source>
        <translation>Không thể thử: những ngày trước không lưu tình trạng thiết bị, máy in hay những gì giao dịch viên còn thiếu. Quy tắc có hiệu lực từ khi được lưu.</translation>
    </message>
    <message>
        <source>There is no past day to try it on. It can be tried once a business day was closed.</source>
        <translation>Chưa có ngày nào để thử. Có thể thử sau khi một ngày giao dịch được đóng.</translation>
    </message>
    <message>
        <source>%1 to %2, %3 days</source>
        <translation>%1 đến %2, %3 ngày</translation>
    </message>
    <message>
        <source>It would never have alerted (%1). Perhaps its threshold is out of reach.</source>
        <translation>Quy tắc này sẽ không bao giờ cảnh báo (%1). Có thể ngưỡng quá cao.</translation>
    </message>
    <message>
        <source>It would have alerted more than half of the time that people were there (%1). Nobody looks at what is always there: a higher threshold helps.</source>
        <translation>Quy tắc này sẽ cảnh báo hơn một nửa thời gian có khách (%1). Điều lúc nào cũng hiện thì không ai nhìn nữa: hãy đặt ngưỡng cao hơn.</translation>
    </message>
    <message>
        <source>In all: %1 alerts, %2 rightly, %3 missed (%4).</source>
        <translation>Tổng cộng: %1 cảnh báo, %2 đúng, %3 bỏ sót (%4).</translation>
    </message>
    <message>
        <source>On a middle day, half of the right ones came %1 min or more before.</source>
        <translation>Vào một ngày trung bình, một nửa số cảnh báo đúng đến trước ít nhất %1 phút.</translation>
    </message>
    <message>
        <source>Rightly: a promise of that service was broken within %1 after the alert.</source>
        <translation>Đúng nghĩa là: trong %1 sau cảnh báo có khách của dịch vụ đó chờ quá thời gian đã hứa.</translation>
    </message>
    <message>
        <source>Rightly: it was still so %1 later, long enough to do something about it.</source>
        <translation>Đúng nghĩa là: %1 sau vẫn còn như vậy, đủ lâu để làm gì đó.</translation>
    </message>
    <message>
        <source>you</source>
        <translation>bạn</translation>
    </message>
    <message>
        <source>another supervisor</source>
        <translation>một kiểm soát viên khác</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Phát sinh</translation>
    </message>
    <message>
        <source>Told by: %1</source>
        <translation>Đã báo bằng: %1</translation>
    </message>
    <message>
        <source>Not told by: %1 (quiet hours)</source>
        <translation>Không báo bằng: %1 (giờ yên lặng)</translation>
    </message>
    <message>
        <source>Could not be told by: %1</source>
        <translation>Không báo được bằng: %1</translation>
    </message>
    <message>
        <source>Told again</source>
        <translation>Báo lại</translation>
    </message>
    <message>
        <source>Taken up by %1</source>
        <translation>%1 đã nhận</translation>
    </message>
    <message>
        <source>%1 did something about it (%2)</source>
        <translation>%1 đã xử lý (%2)</translation>
    </message>
    <message>
        <source>Passed on: nobody had taken it up</source>
        <translation>Chuyển lên: chưa ai nhận</translation>
    </message>
    <message>
        <source>Over: the rule was changed or switched off</source>
        <translation>Kết thúc: quy tắc đã được sửa hoặc tắt</translation>
    </message>
    <message>
        <source>Over: the day was closed</source>
        <translation>Kết thúc: ngày giao dịch đã đóng</translation>
    </message>
    <message>
        <source>Put away for graver ones</source>
        <translation>Nhường chỗ cho cảnh báo nghiêm trọng hơn</translation>
    </message>
    <message>
        <source>Over: its cause ended</source>
        <translation>Kết thúc: nguyên nhân không còn</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Đã chuyển lên</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Đang mở</translation>
    </message>
    <message>
        <source>Taken up</source>
        <translation>Đã nhận</translation>
    </message>
    <message>
        <source>Acted on</source>
        <translation>Đã xử lý</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Not told by: %1 (it was over by then)</source>
        <translation>Không báo bằng: %1 (khi đó đã hết)</translation>
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
    <name>SettingEffect</name>
    <message>
        <source>1 person</source>
        <translation>1 người</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 người</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 for %2 (%3)</source>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>the promise goes from %1 to %2 minutes</source>
        <translation>lời hứa đổi từ %1 thành %2 phút</translation>
    </message>
    <message>
        <source>%1; %2: for %3 it would be broken at once.</source>
        <translation>%1; %2: với %3, lời hứa vỡ ngay lập tức.</translation>
    </message>
    <message>
        <source>%1; %2: for %3 it would not be broken any longer.</source>
        <translation>%1; %2: với %3, lời hứa không còn bị vỡ.</translation>
    </message>
    <message>
        <source>%1; %2: it is broken for nobody by that.</source>
        <translation>%1; %2: không vỡ lời hứa với ai.</translation>
    </message>
    <message>
        <source>1 person waits</source>
        <translation>1 người đang chờ</translation>
    </message>
    <message>
        <source>%1 people wait</source>
        <translation>%1 người đang chờ</translation>
    </message>
    <message>
        <source>%1: open counters that can serve it go from %2 to %3</source>
        <translation>%1: số quầy mở phục vụ được đổi từ %2 thành %3</translation>
    </message>
    <message>
        <source>%1, while %2.</source>
        <translation>%1, trong khi %2.</translation>
    </message>
    <message>
        <source>Counters that are open go on with the profile they have; the new one holds when they open again.</source>
        <translation>Quầy đang mở tiếp tục với hồ sơ công việc đang có; hồ sơ mới áp dụng khi mở lại.</translation>
    </message>
    <message>
        <source>%1 would call %2 next, not %3</source>
        <translation>%1 sẽ gọi tiếp %2, không phải %3</translation>
    </message>
    <message>
        <source>%1; %2 other counters would call somebody else too.</source>
        <translation>%1; thêm %2 quầy khác cũng sẽ gọi người khác.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>không ai</translation>
    </message>
    <message>
        <source>%1: no tickets are given from now on, until %2.</source>
        <translation>%1: từ giờ không cấp phiếu, đến %2.</translation>
    </message>
    <message>
        <source>%1: no tickets are given from now on.</source>
        <translation>%1: từ giờ không cấp phiếu.</translation>
    </message>
    <message>
        <source>%1: tickets are given from now on.</source>
        <translation>%1: từ giờ cấp phiếu.</translation>
    </message>
    <message>
        <source>%1: today&apos;s tickets are used up by that, %2 were given.</source>
        <translation>%1: như vậy là hết phiếu hôm nay, đã cấp %2.</translation>
    </message>
    <message>
        <source>Who missed a call before is ended sooner now.</source>
        <translation>Người từng vắng khi gọi sẽ bị kết thúc sớm hơn.</translation>
    </message>
    <message>
        <source>All profiles are looked through anew for their segment; who waits keeps theirs.</source>
        <translation>Mọi hồ sơ được xét lại nhóm khách; ai đang chờ giữ nhóm của mình.</translation>
    </message>
</context>
<context>
    <name>SettingFields</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>The branch</source>
        <translation>Chi nhánh</translation>
    </message>
    <message>
        <source>Digits of a ticket&apos;s number</source>
        <translation>Số chữ số của số phiếu</translation>
    </message>
    <message>
        <source>Changes only while the day is closed.</source>
        <translation>Chỉ đổi được khi ngày đã đóng.</translation>
    </message>
    <message>
        <source>Time ahead of UTC, in minutes</source>
        <translation>Giờ địa phương sớm hơn UTC, tính bằng phút</translation>
    </message>
    <message>
        <source>420 in Vietnam. Changes only while the day is closed.</source>
        <translation>Ở Việt Nam là 420. Chỉ đổi được khi ngày đã đóng.</translation>
    </message>
    <message>
        <source>Address to follow a ticket on a phone</source>
        <translation>Địa chỉ theo dõi phiếu trên điện thoại</translation>
    </message>
    <message>
        <source>Begins with https:// and holds {ticket} where the ticket&apos;s id goes. Empty: tickets carry no code.</source>
        <translation>Bắt đầu bằng https:// và có {ticket} ở chỗ của mã phiếu. Để trống: phiếu không in mã.</translation>
    </message>
    <message>
        <source>Tellers learn who somebody is with the call, not before</source>
        <translation>Giao dịch viên chỉ biết tên khách khi gọi, không biết trước</translation>
    </message>
    <message>
        <source>Who owns what tellers report without naming somebody</source>
        <translation>Ai nhận việc giao dịch viên báo mà không nêu tên người nhận</translation>
    </message>
    <message>
        <source>A supervisor</source>
        <translation>Một giám sát</translation>
    </message>
    <message>
        <source>When somebody does not come</source>
        <translation>Khi khách không đến</translation>
    </message>
    <message>
        <source>Recalls of one call</source>
        <translation>Số lần gọi lại mỗi lượt</translation>
    </message>
    <message>
        <source>The miss that ends a ticket</source>
        <translation>Lần vắng thứ mấy thì kết thúc phiếu</translation>
    </message>
    <message>
        <source>Places back after an earlier miss</source>
        <translation>Lùi mấy chỗ sau lần vắng trước đó</translation>
    </message>
    <message>
        <source>Calls and the end of the day</source>
        <translation>Gọi khách và cuối ngày</translation>
    </message>
    <message>
        <source>Least time between two calls of one counter</source>
        <translation>Khoảng cách ít nhất giữa hai lần gọi của một quầy</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Who still waits when the day closes waits on the next day</source>
        <translation>Ai còn chờ khi đóng ngày thì chờ tiếp hôm sau</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>Đặt hẹn</translation>
    </message>
    <message>
        <source>A ticket is given this long before the booked time</source>
        <translation>Cấp phiếu sớm nhất trước giờ hẹn</translation>
    </message>
    <message>
        <source>And this long after it</source>
        <translation>Và muộn nhất sau giờ hẹn</translation>
    </message>
    <message>
        <source>Later the booking has lapsed.</source>
        <translation>Muộn hơn thì lịch hẹn hết hiệu lực.</translation>
    </message>
    <message>
        <source>People with a booking are</source>
        <translation>Khách có hẹn thuộc nhóm</translation>
    </message>
    <message>
        <source>Ordinary customers</source>
        <translation>Khách thường</translation>
    </message>
    <message>
        <source>Whom a counter calls next</source>
        <translation>Quầy gọi ai tiếp theo</translation>
    </message>
    <message>
        <source>For everybody, whatever the rule</source>
        <translation>Với mọi người, dù theo quy tắc nào</translation>
    </message>
    <message>
        <source>How often others may be called before somebody who came earlier</source>
        <translation>Người đến sau được gọi trước một người nhiều nhất mấy lần</translation>
    </message>
    <message>
        <source>Then that person goes before everything else.</source>
        <translation>Sau đó người ấy được gọi trước tất cả.</translation>
    </message>
    <message>
        <source>as often as the rule has it</source>
        <translation>tùy quy tắc</translation>
    </message>
    <message>
        <source>How this rule weighs</source>
        <translation>Quy tắc này cân nhắc thế nào</translation>
    </message>
    <message>
        <source>How early a promise about to break weighs</source>
        <translation>Lời hứa sắp vỡ được tính từ sớm đến đâu</translation>
    </message>
    <message>
        <source>In shares of the promise: 0.25 of 20 minutes is 5 minutes before it breaks.</source>
        <translation>Theo phần của lời hứa: 0,25 của 20 phút là 5 phút trước khi vỡ.</translation>
    </message>
    <message>
        <source>Weight of a promise that can still be kept</source>
        <translation>Trọng số của lời hứa còn giữ được</translation>
    </message>
    <message>
        <source>Least weight of waiting, before a promise is near</source>
        <translation>Trọng số ít nhất của việc chờ, khi lời hứa còn xa</translation>
    </message>
    <message>
        <source>Weight of a promise just broken</source>
        <translation>Trọng số của lời hứa vừa vỡ</translation>
    </message>
    <message>
        <source>How that weight grows with lateness</source>
        <translation>Trọng số ấy tăng theo mức trễ</translation>
    </message>
    <message>
        <source>For each further promise waited.</source>
        <translation>Cho mỗi lần lời hứa phải chờ thêm.</translation>
    </message>
    <message>
        <source>Who waited this many promises goes first</source>
        <translation>Chờ gấp mấy lần lời hứa thì được gọi trước</translation>
    </message>
    <message>
        <source>no such bound</source>
        <translation>không giới hạn</translation>
    </message>
    <message>
        <source>Who waited this long goes first</source>
        <translation>Chờ lâu đến mức này thì được gọi trước</translation>
    </message>
    <message>
        <source>How much short services are preferred</source>
        <translation>Ưu tiên dịch vụ ngắn đến đâu</translation>
    </message>
    <message>
        <source>0 not at all, 1 in proportion.</source>
        <translation>0 là không, 1 là theo tỷ lệ.</translation>
    </message>
    <message>
        <source>How steeply the price of waiting rises</source>
        <translation>Giá của việc chờ tăng dốc đến đâu</translation>
    </message>
    <message>
        <source>2: waiting twice as long costs four times as much.</source>
        <translation>2: chờ lâu gấp đôi thì giá gấp bốn.</translation>
    </message>
    <message>
        <source>Weight of who comes with a booking</source>
        <translation>Trọng số của khách có hẹn</translation>
    </message>
    <message>
        <source>Beside somebody of the same segment without one.</source>
        <translation>So với khách cùng nhóm không hẹn.</translation>
    </message>
    <message>
        <source>Letter of its tickets</source>
        <translation>Chữ cái của phiếu</translation>
    </message>
    <message>
        <source>Services may share one.</source>
        <translation>Nhiều dịch vụ có thể dùng chung.</translation>
    </message>
    <message>
        <source>Least skill of whoever serves it</source>
        <translation>Kỹ năng ít nhất của người phục vụ</translation>
    </message>
    <message>
        <source>None: anybody</source>
        <translation>Không cần: ai cũng được</translation>
    </message>
    <message>
        <source>When tickets are given</source>
        <translation>Giờ cấp phiếu</translation>
    </message>
    <message>
        <source>No window: as long as the day is open.</source>
        <translation>Không có khung giờ: suốt khi ngày mở.</translation>
    </message>
    <message>
        <source>Promised to segments here</source>
        <translation>Lời hứa với nhóm khách ở dịch vụ này</translation>
    </message>
    <message>
        <source>Where that is not what the segment is promised elsewhere.</source>
        <translation>Khi khác với điều nhóm được hứa ở nơi khác.</translation>
    </message>
    <message>
        <source>What people should bring</source>
        <translation>Khách cần mang theo gì</translation>
    </message>
    <message>
        <source>Said at the kiosk and on the ticket. May be empty.</source>
        <translation>Ghi ở kiosk và trên phiếu. Có thể để trống.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm dịch vụ</translation>
    </message>
    <message>
        <source>At the top</source>
        <translation>Ở trên cùng</translation>
    </message>
    <message>
        <source>Usual service time, in minutes</source>
        <translation>Thời gian phục vụ thường, tính bằng phút</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Lời hứa</translation>
    </message>
    <message>
        <source>Promised wait, in minutes</source>
        <translation>Thời gian chờ đã hứa, tính bằng phút</translation>
    </message>
    <message>
        <source>Weight of its promises</source>
        <translation>Trọng số của lời hứa ở đây</translation>
    </message>
    <message>
        <source>Beside those of other services.</source>
        <translation>So với các dịch vụ khác.</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>như thường</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Phiếu</translation>
    </message>
    <message>
        <source>Tickets a day</source>
        <translation>Số phiếu mỗi ngày</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>không giới hạn</translation>
    </message>
    <message>
        <source>At the counter</source>
        <translation>Tại quầy</translation>
    </message>
    <message>
        <source>Finishing says how it came out</source>
        <translation>Khi kết thúc phải ghi kết quả</translation>
    </message>
    <message>
        <source>Of customers whose profile meets all of</source>
        <translation>Gồm khách có hồ sơ đáp ứng tất cả</translation>
    </message>
    <message>
        <source>No condition: only when somebody says so, at the door or the counter.</source>
        <translation>Không có điều kiện: chỉ khi có người nói vậy, ở cửa hay ở quầy.</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Hạng</translation>
    </message>
    <message>
        <source>Larger goes first under fixed priority, and of several segments that fit. Ordinary customers have 0.</source>
        <translation>Số lớn đi trước khi ưu tiên cố định, và khi hợp nhiều nhóm. Khách thường là 0.</translation>
    </message>
    <message>
        <source>Weight of a promise to them</source>
        <translation>Trọng số của lời hứa với họ</translation>
    </message>
    <message>
        <source>What a broken one costs beside one of an ordinary customer.</source>
        <translation>Vỡ lời hứa này đáng giá bao nhiêu so với khách thường.</translation>
    </message>
    <message>
        <source>each service&apos;s own</source>
        <translation>của từng dịch vụ</translation>
    </message>
    <message>
        <source>Services, most preferred first</source>
        <translation>Dịch vụ, ưu tiên nhất trước</translation>
    </message>
    <message>
        <source>Drag a line, or move it with Alt+Up and Alt+Down.</source>
        <translation>Kéo một dòng, hoặc chuyển bằng Alt+Lên và Alt+Xuống.</translation>
    </message>
    <message>
        <source>Number on its sign</source>
        <translation>Số trên biển quầy</translation>
    </message>
    <message>
        <source>Work profile it opens with</source>
        <translation>Hồ sơ công việc khi mở</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Khu</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Displays of a zone show the calls of its counters.</source>
        <translation>Màn hình của khu hiện lượt gọi của các quầy trong khu.</translation>
    </message>
    <message>
        <source>Languages beside the branch&apos;s own</source>
        <translation>Ngôn ngữ khác ngoài của chi nhánh</translation>
    </message>
    <message>
        <source>Two letters each, parted by commas: en, zh.</source>
        <translation>Mỗi ngôn ngữ hai chữ cái, cách nhau bằng dấu phẩy: en, zh.</translation>
    </message>
    <message>
        <source>Within the group</source>
        <translation>Nằm trong nhóm</translation>
    </message>
    <message>
        <source>Whoever gives it is</source>
        <translation>Ai nêu lý do này thuộc nhóm</translation>
    </message>
    <message>
        <source>People may say so themselves at the kiosk</source>
        <translation>Khách có thể tự chọn ở kiosk</translation>
    </message>
</context>
<context>
    <name>SettingNames</name>
    <message>
        <source>Branch</source>
        <translation>Chi nhánh</translation>
    </message>
    <message>
        <source>Rule of calling</source>
        <translation>Quy tắc gọi</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dịch vụ</translation>
    </message>
    <message>
        <source>Ticket series</source>
        <translation>Dãy số phiếu</translation>
    </message>
    <message>
        <source>Promised waits</source>
        <translation>Thời gian chờ đã hứa</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Khu</translation>
    </message>
    <message>
        <source>Work profiles</source>
        <translation>Hồ sơ công việc</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Kỹ năng</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Nhóm khách</translation>
    </message>
    <message>
        <source>Priority reasons</source>
        <translation>Lý do ưu tiên</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Texts, both languages</source>
        <translation>Câu chữ hai thứ tiếng</translation>
    </message>
    <message>
        <source>Accounts and roles</source>
        <translation>Tài khoản và vai trò</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>History of changes</source>
        <translation>Lịch sử thay đổi</translation>
    </message>
    <message>
        <source>What holds for the whole branch.</source>
        <translation>Những gì áp dụng cho cả chi nhánh.</translation>
    </message>
    <message>
        <source>Whom a counter calls next, and how the rule weighs.</source>
        <translation>Quầy gọi ai tiếp theo, và quy tắc cân nhắc thế nào.</translation>
    </message>
    <message>
        <source>What people come for, as the kiosk&apos;s tree shows it.</source>
        <translation>Khách đến để làm gì, như cây dịch vụ ở kiosk.</translation>
    </message>
    <message>
        <source>Which services give numbers under which letter, and how far they have come today.</source>
        <translation>Dịch vụ nào cấp số theo chữ cái nào, và hôm nay đã đến đâu.</translation>
    </message>
    <message>
        <source>The wait promised to each segment at each service, in minutes. In grey: what holds because nothing is set here.</source>
        <translation>Thời gian chờ hứa với từng nhóm khách ở từng dịch vụ, tính bằng phút. Màu xám: áp dụng vì ở đây không đặt riêng.</translation>
    </message>
    <message>
        <source>Where people are served.</source>
        <translation>Nơi khách được phục vụ.</translation>
    </message>
    <message>
        <source>Parts of the hall. A display shows the zone it was started for, or all.</source>
        <translation>Các phần của sảnh. Màn hình hiện khu mà nó được khởi động cho, hoặc tất cả.</translation>
    </message>
    <message>
        <source>Which services a counter serves, most preferred first.</source>
        <translation>Quầy phục vụ dịch vụ nào, ưu tiên nhất trước.</translation>
    </message>
    <message>
        <source>Who works at counters.</source>
        <translation>Ai làm việc ở quầy.</translation>
    </message>
    <message>
        <source>How well each member of staff knows each service: 0 to 3, typed.</source>
        <translation>Mỗi nhân viên biết từng dịch vụ đến đâu: gõ 0 đến 3.</translation>
    </message>
    <message>
        <source>Who a customer is to the branch, and what that promises.</source>
        <translation>Khách là ai với chi nhánh, và được hứa điều gì.</translation>
    </message>
    <message>
        <source>Why somebody is of a segment, said with one tap.</source>
        <translation>Vì sao khách thuộc một nhóm, chọn bằng một chạm.</translation>
    </message>
    <message>
        <source>How a service can come out.</source>
        <translation>Một dịch vụ có thể kết thúc ra sao.</translation>
    </message>
    <message>
        <source>Every name in Vietnamese and English. Where English is missing, Vietnamese stands for it.</source>
        <translation>Mọi tên bằng tiếng Việt và tiếng Anh. Thiếu tiếng Anh thì dùng tiếng Việt.</translation>
    </message>
    <message>
        <source>Who may sign in, and as what.</source>
        <translation>Ai được đăng nhập, với vai trò gì.</translation>
    </message>
    <message>
        <source>Which devices belong to the branch.</source>
        <translation>Thiết bị nào thuộc chi nhánh.</translation>
    </message>
    <message>
        <source>Who changed what, when and why. Each change can be taken back.</source>
        <translation>Ai đã đổi gì, khi nào và vì sao. Mỗi thay đổi đều hoàn tác được.</translation>
    </message>
    <message>
        <source>service</source>
        <translation>dịch vụ</translation>
    </message>
    <message>
        <source>work profile</source>
        <translation>hồ sơ công việc</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>quầy</translation>
    </message>
    <message>
        <source>member of staff</source>
        <translation>nhân viên</translation>
    </message>
    <message>
        <source>group</source>
        <translation>nhóm dịch vụ</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>khu</translation>
    </message>
    <message>
        <source>segment</source>
        <translation>nhóm khách</translation>
    </message>
    <message>
        <source>priority reason</source>
        <translation>lý do ưu tiên</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>kết quả</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>chi nhánh</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>Thêm dịch vụ</translation>
    </message>
    <message>
        <source>Add a work profile</source>
        <translation>Thêm hồ sơ công việc</translation>
    </message>
    <message>
        <source>Add a counter</source>
        <translation>Thêm quầy</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Thêm người</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>Thêm nhóm dịch vụ</translation>
    </message>
    <message>
        <source>Add a zone</source>
        <translation>Thêm khu</translation>
    </message>
    <message>
        <source>Add a segment</source>
        <translation>Thêm nhóm khách</translation>
    </message>
    <message>
        <source>Add a reason</source>
        <translation>Thêm lý do</translation>
    </message>
    <message>
        <source>Add an outcome</source>
        <translation>Thêm kết quả</translation>
    </message>
    <message>
        <source>Whose promise is about to break</source>
        <translation>Lời hứa với ai sắp vỡ</translation>
    </message>
    <message>
        <source>Who came first</source>
        <translation>Ai đến trước</translation>
    </message>
    <message>
        <source>Highest rank</source>
        <translation>Hạng cao nhất</translation>
    </message>
    <message>
        <source>Largest share of the promise waited</source>
        <translation>Đã chờ hết phần lớn nhất của lời hứa</translation>
    </message>
    <message>
        <source>Whose promise ends first</source>
        <translation>Lời hứa với ai hết hạn trước</translation>
    </message>
    <message>
        <source>Price of waiting per minute of work</source>
        <translation>Giá của việc chờ trên mỗi phút làm việc</translation>
    </message>
    <message>
        <source>Calls where a promise is about to break and costs most for the work it takes. Keeps the most promises; nobody waits beyond the bounds set below.</source>
        <translation>Gọi nơi lời hứa sắp vỡ và đắt nhất so với công việc cần làm. Giữ được nhiều lời hứa nhất; không ai chờ quá giới hạn đặt bên dưới.</translation>
    </message>
    <message>
        <source>Strictly by arrival, whatever was promised. Easy to explain; short services and priority customers gain nothing.</source>
        <translation>Đúng thứ tự đến, dù đã hứa gì. Dễ giải thích; dịch vụ ngắn và khách ưu tiên không được lợi.</translation>
    </message>
    <message>
        <source>The segment of the highest rank first, among equals who came first. Ordinary customers wait as long as priority customers keep coming.</source>
        <translation>Nhóm khách hạng cao nhất trước, cùng hạng thì ai đến trước. Khách thường chờ chừng nào khách ưu tiên còn đến.</translation>
    </message>
    <message>
        <source>Who has used up the largest share of the wait promised to them. Fair between long and short promises.</source>
        <translation>Ai đã chờ hết phần lớn nhất của thời gian được hứa. Công bằng giữa lời hứa dài và ngắn.</translation>
    </message>
    <message>
        <source>Whose promise ends soonest. Keeps promises while there is time for all of them; when there is not, late people come first.</source>
        <translation>Lời hứa với ai hết hạn sớm nhất. Giữ được lời hứa khi đủ thời gian cho tất cả; khi không đủ, người đã trễ được gọi trước.</translation>
    </message>
    <message>
        <source>Waiting gets dearer the longer it lasts, and quick services are preferred. Shortens the average wait; looks less at promises.</source>
        <translation>Chờ càng lâu càng đắt, và ưu tiên dịch vụ nhanh. Giảm thời gian chờ trung bình; ít xét lời hứa hơn.</translation>
    </message>
    <message>
        <source>1 learning</source>
        <translation>1 đang học</translation>
    </message>
    <message>
        <source>2 able</source>
        <translation>2 làm được</translation>
    </message>
    <message>
        <source>3 expert</source>
        <translation>3 thành thạo</translation>
    </message>
    <message>
        <source>0 none</source>
        <translation>0 không</translation>
    </message>
    <message>
        <source>Grade is</source>
        <translation>Hạng là</translation>
    </message>
    <message>
        <source>Holds the product</source>
        <translation>Đang dùng sản phẩm</translation>
    </message>
    <message>
        <source>Has the need</source>
        <translation>Có nhu cầu</translation>
    </message>
    <message>
        <source>Years of age, at least</source>
        <translation>Tuổi, ít nhất</translation>
    </message>
    <message>
        <source>Years of age, under</source>
        <translation>Tuổi, dưới</translation>
    </message>
    <message>
        <source>Visits in a year, at least</source>
        <translation>Số lần đến trong năm, ít nhất</translation>
    </message>
    <message>
        <source>Somebody looks after them</source>
        <translation>Có người phụ trách</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Màn hình</translation>
    </message>
    <message>
        <source>Teller</source>
        <translation>Giao dịch viên</translation>
    </message>
    <message>
        <source>Greeter</source>
        <translation>Người đón khách</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Giám sát</translation>
    </message>
    <message>
        <source>Back office</source>
        <translation>Hậu phương</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Quản trị viên</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Kiểm toán</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>Cảm biến</translation>
    </message>
    <message>
        <source>Workplace</source>
        <translation>Máy làm việc</translation>
    </message>
</context>
<context>
    <name>SettingSentence</name>
    <message>
        <source>%1 cannot be removed: %2 needs it. Change that first.</source>
        <translation>Không bỏ %1 được: %2 đang cần. Hãy sửa chỗ đó trước.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: the branch&apos;s own settings name it. Change that first.</source>
        <translation>Không bỏ %1 được: cài đặt của chi nhánh đang nhắc đến. Hãy sửa chỗ đó trước.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: they can still sign in. Shut their account first.</source>
        <translation>Không bỏ %1 được: người này vẫn đăng nhập được. Hãy khóa tài khoản trước.</translation>
    </message>
    <message>
        <source>%1 cannot be removed now: open tickets need it (%2). Wait until they are done, or move them.</source>
        <translation>Lúc này không bỏ %1 được: phiếu đang mở cần nó (%2). Hãy đợi xong, hoặc chuyển các phiếu ấy.</translation>
    </message>
    <message>
        <source>Only an administrator may change this.</source>
        <translation>Chỉ quản trị viên mới đổi được.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Quá dài.</translation>
    </message>
    <message>
        <source>This changes only while the day is closed.</source>
        <translation>Chỉ đổi được khi ngày đã đóng.</translation>
    </message>
    <message>
        <source>Another counter has this number, or it is not from 1 to 999.</source>
        <translation>Quầy khác đã có số này, hoặc số không từ 1 đến 999.</translation>
    </message>
    <message>
        <source>An address begins with https:// or http://.</source>
        <translation>Địa chỉ bắt đầu bằng https:// hoặc http://.</translation>
    </message>
    <message>
        <source>A group cannot be within itself, nor deeper than three.</source>
        <translation>Nhóm không thể nằm trong chính nó, cũng không sâu quá ba tầng.</translation>
    </message>
    <message>
        <source>Two small letters for each language, at most ten.</source>
        <translation>Hai chữ thường cho mỗi ngôn ngữ, nhiều nhất mười.</translation>
    </message>
    <message>
        <source>Each segment once, and one that is there.</source>
        <translation>Mỗi nhóm khách một lần, và phải là nhóm đang có.</translation>
    </message>
    <message>
        <source>Say which, or how many, for each condition.</source>
        <translation>Ghi cái nào, hoặc bao nhiêu, cho mỗi điều kiện.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Đặt tên.</translation>
    </message>
    <message>
        <source>The branch does not take this value.</source>
        <translation>Chi nhánh không nhận giá trị này.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: promises, complaints or blockers are still theirs (%2). Hand them to somebody else first.</source>
        <translation>Chưa thể xóa %1: vẫn còn lời hứa, khiếu nại hoặc việc vướng mắc do người này phụ trách (%2). Hãy giao cho người khác trước.</translation>
    </message>
</context>
<context>
    <name>SettingWords</name>
    <message>
        <source>nothing</source>
        <translation>không có gì</translation>
    </message>
    <message>
        <source> (no English)</source>
        <translation> (chưa có tiếng Anh)</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Skill for %1</source>
        <translation>Kỹ năng cho %1</translation>
    </message>
    <message>
        <source>(removed)</source>
        <translation>(đã bỏ)</translation>
    </message>
    <message>
        <source>The branch</source>
        <translation>Chi nhánh</translation>
    </message>
    <message>
        <source>Counter %1</source>
        <translation>Quầy %1</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>(chưa có tên)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>có</translation>
    </message>
    <message>
        <source>no</source>
        <translation>không</translation>
    </message>
    <message>
        <source>as long as the day is open</source>
        <translation>suốt khi ngày mở</translation>
    </message>
    <message>
        <source>only by hand</source>
        <translation>chỉ khi có người nói</translation>
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
    <message>
        <source>Somebody else changed this counter in the meantime; nothing was changed by you. Look at how it is now, then decide again.</source>
        <translation>Người khác vừa thay đổi quầy này; thao tác của bạn chưa được thực hiện. Hãy xem tình trạng hiện tại rồi quyết định lại.</translation>
    </message>
    <message>
        <source>%1 changed this counter in the meantime; nothing was changed by you. Look at how it is now, then decide again.</source>
        <translation>%1 vừa thay đổi quầy này; thao tác của bạn chưa được thực hiện. Hãy xem tình trạng hiện tại rồi quyết định lại.</translation>
    </message>
    <message>
        <source>This cannot be removed: something still needs it. Change that first.</source>
        <translation>Chưa thể bỏ mục này: còn chỗ khác đang dùng. Hãy đổi chỗ đó trước.</translation>
    </message>
    <message>
        <source>Say first what this means for the customer.</source>
        <translation>Hãy cho biết trước việc này có ý nghĩa gì với khách hàng.</translation>
    </message>
    <message>
        <source>This alert is not kept here any longer.</source>
        <translation>Cảnh báo này không còn được lưu ở đây.</translation>
    </message>
    <message>
        <source>This rule was removed in the meantime.</source>
        <translation>Quy tắc này vừa bị người khác bỏ.</translation>
    </message>
    <message>
        <source>This message does not stand any longer.</source>
        <translation>Tin này đã hết hiệu lực.</translation>
    </message>
    <message>
        <source>Nothing is kept of this day.</source>
        <translation>Không có dữ liệu nào của ngày này.</translation>
    </message>
</context>
<context>
    <name>tiepdon::AccountsPanel</name>
    <message>
        <source>Wrong passwords are forgotten.</source>
        <translation>Đã quên các lần nhập sai mật khẩu.</translation>
    </message>
    <message>
        <source>The account is shut; their sessions ended.</source>
        <translation>Tài khoản đã khóa; các phiên đang mở đã kết thúc.</translation>
    </message>
    <message>
        <source>Shut</source>
        <translation>Đã khóa</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Đang đăng nhập</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Không đăng nhập</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 tài khoản</translation>
    </message>
    <message>
        <source>%1 accounts</source>
        <translation>%1 tài khoản</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>Đang hỏi máy chủ …</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Người mới</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>Tài khoản mới</translation>
    </message>
    <message>
        <source>They get a one-time password, shown here once, and change it when they first sign in.</source>
        <translation>Người này nhận một mật khẩu dùng một lần, chỉ hiện ở đây một lần, và đổi nó khi đăng nhập lần đầu.</translation>
    </message>
    <message>
        <source>Account %1, %2</source>
        <translation>Tài khoản %1, %2</translation>
    </message>
    <message>
        <source>Give the account</source>
        <translation>Cấp tài khoản</translation>
    </message>
    <message>
        <source>Save the roles</source>
        <translation>Lưu vai trò</translation>
    </message>
    <message>
        <source>Open the account again</source>
        <translation>Mở lại tài khoản</translation>
    </message>
    <message>
        <source>The roles hold from now on.</source>
        <translation>Vai trò có hiệu lực từ bây giờ.</translation>
    </message>
    <message>
        <source>The account is there. Its one-time password, shown only now:</source>
        <translation>Đã có tài khoản. Mật khẩu dùng một lần, chỉ hiện lúc này:</translation>
    </message>
    <message>
        <source>The new one-time password, shown only now:</source>
        <translation>Mật khẩu dùng một lần mới, chỉ hiện lúc này:</translation>
    </message>
    <message>
        <source>The account is open again.</source>
        <translation>Tài khoản đã mở lại.</translation>
    </message>
    <message>
        <source>Shut the account of %1? Whoever uses it is signed out at once.</source>
        <translation>Khóa tài khoản của %1? Ai đang dùng sẽ bị đăng xuất ngay.</translation>
    </message>
    <message>
        <source>Shut it</source>
        <translation>Khóa</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Tài khoản</translation>
    </message>
    <message>
        <source>No accounts to show</source>
        <translation>Chưa có tài khoản nào để hiện</translation>
    </message>
    <message>
        <source>Who may sign in stands here, once the hub has said it.</source>
        <translation>Ai được đăng nhập sẽ hiện ở đây khi máy chủ trả lời.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>Account, as it is typed: small letters, digits, dot, hyphen</source>
        <translation>Tài khoản, như khi gõ: chữ thường, chữ số, dấu chấm, gạch nối</translation>
    </message>
    <message>
        <source>New one-time password</source>
        <translation>Mật khẩu dùng một lần mới</translation>
    </message>
    <message>
        <source>Forget wrong passwords</source>
        <translation>Quên các lần nhập sai</translation>
    </message>
    <message>
        <source>One-time password</source>
        <translation>Mật khẩu dùng một lần</translation>
    </message>
    <message>
        <source>Shut the account…</source>
        <translation>Khóa tài khoản…</translation>
    </message>
    <message>
        <source>Give somebody an account…</source>
        <translation>Cấp tài khoản cho một người…</translation>
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
    <name>tiepdon::AdvicePanel</name>
    <message>
        <source>No advice while the hub cannot be reached.</source>
        <translation>Chưa có gợi ý khi mất liên lạc với máy chủ.</translation>
    </message>
    <message>
        <source>Looking at what the counters could do…</source>
        <translation>Đang xem các quầy có thể làm gì…</translation>
    </message>
    <message>
        <source>No advice now. It is asked for again in a minute.</source>
        <translation>Hiện chưa có gợi ý. Sẽ hỏi lại sau một phút.</translation>
    </message>
    <message>
        <source>Only the best</source>
        <translation>Chỉ gợi ý tốt nhất</translation>
    </message>
    <message>
        <source>Or instead (%1)</source>
        <translation>Hoặc cách khác (%1)</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>Gợi ý</translation>
    </message>
    <message>
        <source>Advice about counters</source>
        <translation>Gợi ý về quầy</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Nếu như…</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Làm theo</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Bỏ qua</translation>
    </message>
</context>
<context>
    <name>tiepdon::AlertHistoryModel</name>
    <message>
        <source>Raised</source>
        <translation>Lúc</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>Kéo dài</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
</context>
<context>
    <name>tiepdon::AlertHistoryView</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 đến %2</translation>
    </message>
    <message>
        <source>the newest %1 alerts, %2</source>
        <translation>%1 cảnh báo mới nhất, %2</translation>
    </message>
    <message>
        <source>1 alert, %1</source>
        <translation>1 cảnh báo, %1</translation>
    </message>
    <message>
        <source>%1 alerts, %2</source>
        <translation>%1 cảnh báo, %2</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>Đang hỏi hub…</translation>
    </message>
    <message>
        <source>No alerts</source>
        <translation>Không có cảnh báo</translation>
    </message>
    <message>
        <source>What rules alert about stands here, with what was done about it.</source>
        <translation>Các cảnh báo hiện ở đây, cùng những gì đã được làm.</translation>
    </message>
    <message>
        <source>The hub cannot be reached</source>
        <translation>Không liên lạc được với hub</translation>
    </message>
    <message>
        <source>Earlier alerts appear when the badge says live.</source>
        <translation>Các cảnh báo trước hiện khi có kết nối trở lại.</translation>
    </message>
    <message>
        <source>Earlier alerts</source>
        <translation>Cảnh báo trước đây</translation>
    </message>
    <message>
        <source>They appear here in a moment.</source>
        <translation>Chúng hiện ở đây trong giây lát.</translation>
    </message>
    <message>
        <source>Its rule has been removed.</source>
        <translation>Quy tắc của nó đã bị xóa.</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>Quy tắc: %1</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Khoảng thời gian</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>The last %1 days</source>
        <translation>%1 ngày gần nhất</translation>
    </message>
    <message>
        <source>No alert chosen</source>
        <translation>Chưa chọn cảnh báo</translation>
    </message>
    <message>
        <source>Choose one in the list to see what became of it.</source>
        <translation>Chọn một cảnh báo trong danh sách để xem diễn biến.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Diễn biến</translation>
    </message>
</context>
<context>
    <name>tiepdon::AlertRuleEditor</name>
    <message>
        <source>ordinary people</source>
        <translation>khách thường</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Đang bật</translation>
    </message>
    <message>
        <source> people</source>
        <translation> người</translation>
    </message>
    <message>
        <source> calls</source>
        <translation> lượt gọi</translation>
    </message>
    <message>
        <source> h</source>
        <translation> giờ</translation>
    </message>
    <message>
        <source> min</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>From a probability of</source>
        <translation>Từ xác suất</translation>
    </message>
    <message>
        <source>From this part of the promise</source>
        <translation>Từ phần này của thời gian đã hứa</translation>
    </message>
    <message>
        <source>From this part of the usual time</source>
        <translation>Từ phần này của thời gian thông thường</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>Name (Vietnamese)</source>
        <translation>Tên (tiếng Việt)</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>Tên (tiếng Anh)</translation>
    </message>
    <message>
        <source>Looks for</source>
        <translation>Theo dõi</translation>
    </message>
    <message>
        <source>How grave</source>
        <translation>Mức độ</translation>
    </message>
    <message>
        <source>Ends below</source>
        <translation>Kết thúc dưới</translation>
    </message>
    <message>
        <source>Within the next</source>
        <translation>Trong vòng</translation>
    </message>
    <message>
        <source>Has been so for</source>
        <translation>Kéo dài</translation>
    </message>
    <message>
        <source>Services (none chosen: all)</source>
        <translation>Dịch vụ (không chọn: tất cả)</translation>
    </message>
    <message>
        <source>Customers (none chosen: all)</source>
        <translation>Nhóm khách (không chọn: tất cả)</translation>
    </message>
    <message>
        <source>Counters (none chosen: all)</source>
        <translation>Quầy (không chọn: tất cả)</translation>
    </message>
    <message>
        <source>Tell supervisors by</source>
        <translation>Báo kiểm soát viên bằng</translation>
    </message>
    <message>
        <source>Tell again every</source>
        <translation>Báo lại sau mỗi</translation>
    </message>
    <message>
        <source>Pass on after</source>
        <translation>Chuyển lên sau</translation>
    </message>
    <message>
        <source>Then also tell by</source>
        <translation>Khi đó báo thêm bằng</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Giờ yên lặng</translation>
    </message>
    <message>
        <source>as soon as it is below that</source>
        <translation>ngay khi xuống dưới mức đó</translation>
    </message>
    <message>
        <source> s</source>
        <translation> giây</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>ngay lập tức</translation>
    </message>
    <message>
        <source>once only</source>
        <translation>chỉ một lần</translation>
    </message>
    <message>
        <source>never</source>
        <translation>không bao giờ</translation>
    </message>
    <message>
        <source>Mail addresses</source>
        <translation>Địa chỉ thư</translation>
    </message>
    <message>
        <source>Addresses, parted by commas</source>
        <translation>Các địa chỉ, cách nhau bằng dấu phẩy</translation>
    </message>
</context>
<context>
    <name>tiepdon::AlertRulesModel</name>
    <message>
        <source>Off</source>
        <translation>Tắt</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>Looks for</source>
        <translation>Theo dõi</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Từ</translation>
    </message>
    <message>
        <source>How grave</source>
        <translation>Mức độ</translation>
    </message>
</context>
<context>
    <name>tiepdon::AlertRulesView</name>
    <message>
        <source>Somebody else has removed this rule meanwhile. What you typed can still be tried.</source>
        <translation>Có người khác vừa xóa quy tắc này. Những gì bạn nhập vẫn có thể thử.</translation>
    </message>
    <message>
        <source>Somebody else has changed this rule meanwhile. Let go of what you typed to see it.</source>
        <translation>Có người khác vừa sửa quy tắc này. Hãy bỏ những gì bạn nhập để xem.</translation>
    </message>
    <message>
        <source>%1 rules, %2 switched on</source>
        <translation>%1 quy tắc, %2 đang bật</translation>
    </message>
    <message>
        <source>Nothing is watched</source>
        <translation>Chưa theo dõi gì</translation>
    </message>
    <message>
        <source>The rules are not known yet</source>
        <translation>Chưa biết các quy tắc</translation>
    </message>
    <message>
        <source>Rules that are added stand here: what they look for, and who is told.</source>
        <translation>Các quy tắc được thêm hiện ở đây: theo dõi điều gì và báo cho ai.</translation>
    </message>
    <message>
        <source>They appear here as soon as the hub says them.</source>
        <translation>Chúng hiện ở đây ngay khi hub cho biết.</translation>
    </message>
    <message>
        <source>What you typed is not saved. Let go of it?</source>
        <translation>Những gì bạn nhập chưa được lưu. Bỏ đi?</translation>
    </message>
    <message>
        <source>Let go of it</source>
        <translation>Bỏ đi</translation>
    </message>
    <message>
        <source>The quiet hours have a row without a day, or a time that is none.</source>
        <translation>Giờ yên lặng có một dòng không chọn ngày, hoặc giờ không hợp lệ.</translation>
    </message>
    <message>
        <source>Trying it on past days…</source>
        <translation>Đang thử trên những ngày trước…</translation>
    </message>
    <message>
        <source>The rule is removed.</source>
        <translation>Đã xóa quy tắc.</translation>
    </message>
    <message>
        <source>Saved. It counts from now on.</source>
        <translation>Đã lưu. Có hiệu lực từ bây giờ.</translation>
    </message>
    <message>
        <source>The rule needs a name in Vietnamese.</source>
        <translation>Quy tắc cần có tên tiếng Việt.</translation>
    </message>
    <message>
        <source>Mail needs an address such as name@branch.vn, and each must be one.</source>
        <translation>Gửi thư cần địa chỉ như ten@chinhanh.vn, và mỗi mục phải là một địa chỉ.</translation>
    </message>
    <message>
        <source>A rule cannot end above where it begins.</source>
        <translation>Quy tắc không thể kết thúc ở mức cao hơn mức bắt đầu.</translation>
    </message>
    <message>
        <source>That is no value this kind of rule can have.</source>
        <translation>Loại quy tắc này không thể có giá trị đó.</translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>Đang xác nhận…</translation>
    </message>
    <message>
        <source>Remove with these answers</source>
        <translation>Xóa với các câu trả lời này</translation>
    </message>
    <message>
        <source>Save with these answers</source>
        <translation>Lưu với các câu trả lời này</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Lưu…</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Rules of alerts</source>
        <translation>Quy tắc cảnh báo</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Quy tắc mới</translation>
    </message>
    <message>
        <source>No rule chosen</source>
        <translation>Chưa chọn quy tắc</translation>
    </message>
    <message>
        <source>Choose one in the list to see what it looks for and who is told, or add a new one.</source>
        <translation>Chọn một quy tắc trong danh sách để xem nó theo dõi gì và báo cho ai, hoặc thêm quy tắc mới.</translation>
    </message>
    <message>
        <source>The rule in words</source>
        <translation>Quy tắc bằng lời</translation>
    </message>
    <message>
        <source>What it would have done</source>
        <translation>Kết quả thử</translation>
    </message>
    <message>
        <source>Try it on past days</source>
        <translation>Thử trên những ngày trước</translation>
    </message>
    <message>
        <source>How many past days</source>
        <translation>Số ngày để thử</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>ngày gần nhất</translation>
    </message>
    <message>
        <source>the last %1 days</source>
        <translation>%1 ngày gần nhất</translation>
    </message>
    <message>
        <source>Remove the rule…</source>
        <translation>Xóa quy tắc…</translation>
    </message>
</context>
<context>
    <name>tiepdon::AlertSignals</name>
    <message>
        <source>The branch&apos;s hub is out of reach</source>
        <translation>Không kết nối được với hub của chi nhánh</translation>
    </message>
    <message>
        <source>This PC shows what was true a while ago. See whether the hub&apos;s machine runs and the network is there.</source>
        <translation>Máy này đang hiện số liệu cũ. Hãy xem máy chạy hub có hoạt động và mạng có thông không.</translation>
    </message>
    <message>
        <source>A test</source>
        <translation>Thử</translation>
    </message>
    <message>
        <source>This is how the branch&apos;s alerts will show here.</source>
        <translation>Cảnh báo của chi nhánh sẽ hiện ở đây như thế này.</translation>
    </message>
</context>
<context>
    <name>tiepdon::AlertsPage</name>
    <message>
        <source>Rules</source>
        <translation>Quy tắc</translation>
    </message>
    <message>
        <source>Earlier alerts</source>
        <translation>Cảnh báo trước đây</translation>
    </message>
</context>
<context>
    <name>tiepdon::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>Cảnh báo</translation>
    </message>
    <message>
        <source>Alerts: %1</source>
        <translation>Cảnh báo: %1</translation>
    </message>
    <message>
        <source>Nothing needs you now. What does appears here: long waits, promises about to break, forgotten tickets, lost devices.</source>
        <translation>Hiện không có gì cần xử lý. Những việc cần bạn sẽ hiện ở đây: chờ lâu, cam kết sắp lỡ, phiếu bị quên, thiết bị mất kết nối.</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>Tôi nhận</translation>
    </message>
    <message>
        <source>Act…</source>
        <translation>Xử lý…</translation>
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
    <name>tiepdon::DayCalendar</name>
    <message>
        <source>Days that are kept</source>
        <translation>Những ngày còn lưu</translation>
    </message>
    <message>
        <source>The month before (Page Up)</source>
        <translation>Tháng trước (Page Up)</translation>
    </message>
    <message>
        <source>The month after (Page Down)</source>
        <translation>Tháng sau (Page Down)</translation>
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
    <name>tiepdon::DayScrubber</name>
    <message>
        <source>%1 waiting, %2 of them longer than promised</source>
        <translation>%1 người chờ, %2 người chờ quá cam kết</translation>
    </message>
    <message>
        <source>Moment of the day</source>
        <translation>Thời điểm trong ngày</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 người chờ</translation>
    </message>
</context>
<context>
    <name>tiepdon::DecisionForm</name>
    <message>
        <source>Before it is saved: what does this mean for the customer?</source>
        <translation>Trước khi lưu: điều này có ý nghĩa gì với khách hàng?</translation>
    </message>
    <message>
        <source>How does it affect customers?</source>
        <translation>Nó tác động thế nào đến khách hàng?</translation>
    </message>
    <message>
        <source>How will they feel?</source>
        <translation>Khách hàng sẽ cảm thấy thế nào?</translation>
    </message>
    <message>
        <source>What does it solve for them?</source>
        <translation>Nó giải quyết vấn đề gì cho khách hàng?</translation>
    </message>
    <message>
        <source>What is it worth to them?</source>
        <translation>Nó mang lại giá trị gì cho khách hàng?</translation>
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
    <name>tiepdon::DevicesPanel</name>
    <message>
        <source>It has its new name.</source>
        <translation>Đã đổi tên.</translation>
    </message>
    <message>
        <source>Shut %1 out for ever? To have it back it must be brought in anew.</source>
        <translation>Loại hẳn %1? Muốn dùng lại phải đưa vào từ đầu.</translation>
    </message>
    <message>
        <source>Shut it out</source>
        <translation>Loại hẳn</translation>
    </message>
    <message>
        <source>It is shut out and cut off.</source>
        <translation>Đã loại và ngắt kết nối.</translation>
    </message>
    <message>
        <source>It works on the hub&apos;s own machine alone.</source>
        <translation>Mã này chỉ dùng được trên chính máy chủ.</translation>
    </message>
    <message>
        <source>Type or scan it on the new device, until %1. Whoever has it can use it once: show it to nobody else.</source>
        <translation>Gõ hoặc quét mã trên thiết bị mới, trước %1. Ai có mã đều dùng được một lần: đừng cho người khác thấy.</translation>
    </message>
    <message>
        <source>Shut out %1</source>
        <translation>Đã loại %1</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Đang kết nối</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Không kết nối</translation>
    </message>
    <message>
        <source>1 device</source>
        <translation>1 thiết bị</translation>
    </message>
    <message>
        <source>%1 devices</source>
        <translation>%1 thiết bị</translation>
    </message>
    <message>
        <source>connected: %1</source>
        <translation>đang kết nối: %1</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>Đang hỏi máy chủ …</translation>
    </message>
    <message>
        <source>Bring a device in</source>
        <translation>Đưa thiết bị vào</translation>
    </message>
    <message>
        <source>It gets a code for one use, with the hub&apos;s address in it.</source>
        <translation>Thiết bị nhận một mã dùng một lần, có sẵn địa chỉ máy chủ.</translation>
    </message>
    <message>
        <source>This program does not know yet where other devices reach the hub. Wait until it is connected.</source>
        <translation>Chương trình chưa biết các thiết bị khác gặp máy chủ ở đâu. Hãy đợi đến khi có kết nối.</translation>
    </message>
    <message>
        <source>%1, no. %2. Brought in %3.</source>
        <translation>%1, số %2. Đưa vào %3.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Chương trình</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>No devices to show</source>
        <translation>Chưa có thiết bị nào để hiện</translation>
    </message>
    <message>
        <source>What was brought in stands here, once the hub has said it.</source>
        <translation>Thiết bị đã đưa vào sẽ hiện ở đây khi máy chủ trả lời.</translation>
    </message>
    <message>
        <source>Give it this name</source>
        <translation>Đặt tên này</translation>
    </message>
    <message>
        <source>Its name, as people know it</source>
        <translation>Tên thiết bị, như mọi người vẫn gọi</translation>
    </message>
    <message>
        <source>Where it reaches the hub</source>
        <translation>Thiết bị gặp máy chủ ở đâu</translation>
    </message>
    <message>
        <source>Minutes the code is good, 1 to %1</source>
        <translation>Mã có hiệu lực bao nhiêu phút, 1 đến %1</translation>
    </message>
    <message>
        <source>Minutes the code is good</source>
        <translation>Số phút mã có hiệu lực</translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation>Tạo mã</translation>
    </message>
    <message>
        <source>Code to bring a device in</source>
        <translation>Mã đưa thiết bị vào</translation>
    </message>
    <message>
        <source>The code as a picture to scan</source>
        <translation>Mã ở dạng hình để quét</translation>
    </message>
    <message>
        <source>Bring a device in…</source>
        <translation>Đưa thiết bị vào…</translation>
    </message>
    <message>
        <source>Shut it out…</source>
        <translation>Loại hẳn…</translation>
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
    <name>tiepdon::EffectPreview</name>
    <message>
        <source>over %1</source>
        <translation>hơn %1</translation>
    </message>
    <message>
        <source>Working out what it would change…</source>
        <translation>Đang tính xem điều gì sẽ thay đổi…</translation>
    </message>
    <message>
        <source>No forecast while the hub cannot be reached.</source>
        <translation>Không có dự báo khi không kết nối được máy chủ.</translation>
    </message>
    <message>
        <source>No forecast now: too many ask at once.</source>
        <translation>Chưa có dự báo: quá nhiều yêu cầu cùng lúc.</translation>
    </message>
    <message>
        <source>No forecast for this.</source>
        <translation>Không có dự báo cho thao tác này.</translation>
    </message>
    <message>
        <source>P80 wait for %1 %2 → %3 min, promises kept %4 → %5 %</source>
        <translation>Chờ P80 của %1: %2 → %3 phút, giữ cam kết %4 → %5 %</translation>
    </message>
    <message>
        <source>No noticeable change of waits is expected.</source>
        <translation>Dự kiến thời gian chờ không đổi đáng kể.</translation>
    </message>
    <message>
        <source>Forecast for %1 min, n = %2 futures</source>
        <translation>Dự báo %1 phút tới, n = %2 kịch bản</translation>
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
    <name>tiepdon::FieldEditor</name>
    <message>
        <source>0: %1</source>
        <translation>0: %1</translation>
    </message>
    <message>
        <source>%1, in Vietnamese</source>
        <translation>%1, tiếng Việt</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>%1, in English</source>
        <translation>%1, tiếng Anh</translation>
    </message>
    <message>
        <source>(choose one)</source>
        <translation>(chọn một)</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Tiếng Anh</translation>
    </message>
    <message>
        <source>not there yet</source>
        <translation>chưa có</translation>
    </message>
</context>
<context>
    <name>tiepdon::FiguresModel</name>
    <message>
        <source>Everybody</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Enter or a double click shows the tickets behind it.</source>
        <translation>Enter hoặc bấm đúp để xem các phiếu của số này.</translation>
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
        <source>No counters yet</source>
        <translation>Chưa có quầy</translation>
    </message>
    <message>
        <source>Counters appear here as soon as the administrator has set the branch up.</source>
        <translation>Các quầy hiện tại đây khi quản trị viên thiết lập xong chi nhánh.</translation>
    </message>
    <message>
        <source>They work here already.</source>
        <translation>Người này đang làm ở đây rồi.</translation>
    </message>
    <message>
        <source>Somebody is still with them. They can move when that is finished.</source>
        <translation>Người này đang phục vụ khách. Có thể chuyển khi xong.</translation>
    </message>
    <message>
        <source>Move somebody here… (F4)</source>
        <translation>Chuyển người đến đây… (F4)</translation>
    </message>
    <message>
        <source>Somebody else works here… (F4)</source>
        <translation>Người khác làm ở đây… (F4)</translation>
    </message>
    <message>
        <source>Message to %1… (Ctrl+M)</source>
        <translation>Nhắn %1… (Ctrl+M)</translation>
    </message>
    <message>
        <source>%1 waits for this counter already.</source>
        <translation>%1 đã chờ quầy này rồi.</translation>
    </message>
    <message>
        <source>This ticket does not wait any longer.</source>
        <translation>Phiếu này không còn chờ nữa.</translation>
    </message>
    <message>
        <source>%1 waits there already.</source>
        <translation>%1 đã chờ ở hàng này rồi.</translation>
    </message>
</context>
<context>
    <name>tiepdon::FloorStrips</name>
    <message>
        <source>Work profiles</source>
        <translation>Hồ sơ công việc</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>Drag somebody onto a counter, or choose from the counter&apos;s menu (F4)</source>
        <translation>Kéo một người vào quầy, hoặc chọn từ bảng lệnh của quầy (F4)</translation>
    </message>
    <message>
        <source>Drag one onto a counter, or choose it from the counter&apos;s menu (Enter)</source>
        <translation>Kéo một hồ sơ vào quầy, hoặc chọn từ bảng lệnh của quầy (Enter)</translation>
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
    <name>tiepdon::HistoryPage</name>
    <message>
        <source>%1, open still</source>
        <translation>%1, còn mở</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Chạy</translation>
    </message>
    <message>
        <source>Which days are kept is being asked…</source>
        <translation>Đang hỏi những ngày còn lưu…</translation>
    </message>
    <message>
        <source>No day is kept yet: this page shows each day from its opening on.</source>
        <translation>Chưa có ngày nào được lưu: trang này cho xem từng ngày kể từ lúc mở cửa.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Đang đọc %1…</translation>
    </message>
    <message>
        <source>%1, %2 · as it was</source>
        <translation>%1, %2 · như lúc đó</translation>
    </message>
    <message>
        <source>%1 waiting, longest %2 min · %3 at counters · %4 of %5 counters open</source>
        <translation>%1 người chờ, lâu nhất %2 phút · %3 người tại quầy · mở %4 trên %5 quầy</translation>
    </message>
    <message>
        <source>The day was closed then.</source>
        <translation>Lúc đó ngày làm việc đã đóng.</translation>
    </message>
    <message>
        <source>%1 (a moment later)</source>
        <translation>%1 (ngay sau đó)</translation>
    </message>
    <message>
        <source>Nothing happened within half a minute.</source>
        <translation>Trong nửa phút trước và sau không có gì xảy ra.</translation>
    </message>
    <message>
        <source>The day before (Ctrl+Page Up)</source>
        <translation>Ngày trước (Ctrl+Page Up)</translation>
    </message>
    <message>
        <source>The day after (Ctrl+Page Down)</source>
        <translation>Ngày sau (Ctrl+Page Down)</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Diễn biến</translation>
    </message>
    <message>
        <source>Its tickets</source>
        <translation>Các phiếu</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Đầu ngày</translation>
    </message>
    <message>
        <source>Event before</source>
        <translation>Sự kiện trước</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Sự kiện sau</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Cuối ngày</translation>
    </message>
    <message>
        <source>%1 times as fast</source>
        <translation>Nhanh gấp %1 lần</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>What happened around then</source>
        <translation>Những gì xảy ra quanh lúc đó</translation>
    </message>
    <message>
        <source>Left and Right: a minute · with Shift: an event · Page keys: half an hour · Ctrl+Space: play</source>
        <translation>Trái, Phải: một phút · kèm Shift: một sự kiện · Page: nửa giờ · Ctrl+Space: chạy</translation>
    </message>
    <message>
        <source>Around then</source>
        <translation>Quanh lúc đó</translation>
    </message>
    <message>
        <source>Calendar…</source>
        <translation>Lịch…</translation>
    </message>
    <message>
        <source>Choose a day in the calendar (Ctrl+G)</source>
        <translation>Chọn một ngày trên lịch (Ctrl+G)</translation>
    </message>
</context>
<context>
    <name>tiepdon::HistoryPanel</name>
    <message>
        <source>The hub</source>
        <translation>Máy chủ</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>Số %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 mục khác</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <translation>%1 (mới)</translation>
    </message>
    <message>
        <source>%1 (removed)</source>
        <translation>%1 (đã bỏ)</translation>
    </message>
    <message>
        <source>Rule of alerts: %1 (new)</source>
        <translation>Quy tắc cảnh báo: %1 (mới)</translation>
    </message>
    <message>
        <source>Rule of alerts: %1 (removed)</source>
        <translation>Quy tắc cảnh báo: %1 (đã bỏ)</translation>
    </message>
    <message>
        <source>Rule of alerts: %1</source>
        <translation>Quy tắc cảnh báo: %1</translation>
    </message>
    <message>
        <source>takes back no. %1</source>
        <translation>hoàn tác số %1</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 thay đổi</translation>
    </message>
    <message>
        <source>%1 changes, newest first</source>
        <translation>%1 thay đổi, mới nhất trước</translation>
    </message>
    <message>
        <source>Asking the hub …</source>
        <translation>Đang hỏi máy chủ …</translation>
    </message>
    <message>
        <source>Change no. %1</source>
        <translation>Thay đổi số %1</translation>
    </message>
    <message>
        <source>%1, %2 %3</source>
        <translation>%1, %2 %3</translation>
    </message>
    <message>
        <source>Taken back by change no. %1.</source>
        <translation>Đã hoàn tác bằng thay đổi số %1.</translation>
    </message>
    <message>
        <source>Takes back change no. %1.</source>
        <translation>Hoàn tác thay đổi số %1.</translation>
    </message>
    <message>
        <source>New %1: %2</source>
        <translation>Thêm %1: %2</translation>
    </message>
    <message>
        <source>Removed %1: %2</source>
        <translation>Đã bỏ %1: %2</translation>
    </message>
    <message>
        <source>How does it affect customers?</source>
        <translation>Nó ảnh hưởng đến khách hàng thế nào?</translation>
    </message>
    <message>
        <source>How will they feel about it?</source>
        <translation>Khách hàng sẽ cảm thấy thế nào?</translation>
    </message>
    <message>
        <source>What does it solve for them?</source>
        <translation>Nó giải quyết điều gì cho họ?</translation>
    </message>
    <message>
        <source>What is it worth to them?</source>
        <translation>Nó đáng giá gì với họ?</translation>
    </message>
    <message>
        <source>Nothing was said of what it means for the customer.</source>
        <translation>Không ai ghi điều này có ý nghĩa gì với khách hàng.</translation>
    </message>
    <message>
        <source>This is how the branch began; it cannot be taken back.</source>
        <translation>Đây là lúc chi nhánh bắt đầu; không hoàn tác được.</translation>
    </message>
    <message>
        <source>Every change</source>
        <translation>Mọi thay đổi</translation>
    </message>
    <message>
        <source>Changes of what</source>
        <translation>Thay đổi của mục nào</translation>
    </message>
    <message>
        <source>Changes, newest first</source>
        <translation>Các thay đổi, mới nhất trước</translation>
    </message>
    <message>
        <source>Show earlier ones</source>
        <translation>Xem thay đổi trước đó</translation>
    </message>
    <message>
        <source>No changes yet</source>
        <translation>Chưa có thay đổi nào</translation>
    </message>
    <message>
        <source>Whoever changes what the branch is made of is named here, with what it was before and why.</source>
        <translation>Ai thay đổi cấu hình chi nhánh sẽ được ghi ở đây, kèm trước đó là gì và vì sao.</translation>
    </message>
    <message>
        <source>Take this change back…</source>
        <translation>Hoàn tác thay đổi này…</translation>
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
    <name>tiepdon::LeaveGuard</name>
    <message>
        <source>Settings were changed here and not saved; leaving forgets them.</source>
        <translation>Có cài đặt đã sửa mà chưa lưu; rời đi sẽ mất.</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Rời đi, không lưu</translation>
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
    <name>tiepdon::MessageLine</name>
    <message>
        <source>Read</source>
        <translation>Đã đọc</translation>
    </message>
    <message>
        <source>%1, from the supervisor: %2</source>
        <translation>%1, giám sát nhắn: %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>và %1 tin nữa</translation>
    </message>
</context>
<context>
    <name>tiepdon::MessagePanel</name>
    <message>
        <source>All counters</source>
        <translation>Tất cả các quầy</translation>
    </message>
    <message>
        <source>The lobby</source>
        <translation>Sảnh chờ</translation>
    </message>
    <message>
        <source>The lobby: %1</source>
        <translation>Sảnh chờ: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>Tự viết</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>Tiếng Việt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>Đang xác nhận…</translation>
    </message>
    <message>
        <source>The hub cannot be reached. This can be sent when the badge says live.</source>
        <translation>Không kết nối được máy chủ. Có thể gửi khi nhãn báo trực tuyến.</translation>
    </message>
    <message>
        <source>Everybody in the hall reads this. No names.</source>
        <translation>Mọi người trong sảnh đều đọc được. Không nêu tên.</translation>
    </message>
    <message>
        <source>Shown in one line at the counter until it is read or its time is up.</source>
        <translation>Hiện trên một dòng ở quầy cho đến khi đọc hoặc hết hạn.</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>đến %1</translation>
    </message>
    <message>
        <source>read at no counter yet</source>
        <translation>chưa quầy nào đọc</translation>
    </message>
    <message>
        <source>read at counter %1 (%2 of %3)</source>
        <translation>đã đọc ở quầy %1 (%2 trên %3)</translation>
    </message>
    <message>
        <source>No messages stand</source>
        <translation>Không có tin nhắn nào</translation>
    </message>
    <message>
        <source>Messages that stand</source>
        <translation>Tin nhắn đang hiện</translation>
    </message>
    <message>
        <source>Message (%1): %2</source>
        <translation>Tin nhắn (%1): %2</translation>
    </message>
    <message>
        <source>Send a message</source>
        <translation>Gửi tin nhắn</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Đến</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Tiếng Anh</translation>
    </message>
    <message>
        <source>Text in Vietnamese</source>
        <translation>Nội dung tiếng Việt</translation>
    </message>
    <message>
        <source>Text in English</source>
        <translation>Nội dung tiếng Anh</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Hiện trong</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 phút</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 giờ</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Rút lại</translation>
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
    <name>tiepdon::OrderEditor</name>
    <message>
        <source>Up</source>
        <translation>Lên</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Xuống</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Service to add</source>
        <translation>Dịch vụ cần thêm</translation>
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
    <name>tiepdon::PartPanel</name>
    <message>
        <source>to be removed</source>
        <translation>sẽ bỏ</translation>
    </message>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>đã sửa</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Somebody removed this meanwhile. Saving adds it again as it is here.</source>
        <translation>Trong lúc đó có người đã bỏ mục này. Lưu sẽ thêm lại như đang thấy ở đây.</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. It is still to be removed.</source>
        <translation>Trong lúc đó có người đã sửa mục này. Nó vẫn sẽ bị bỏ.</translation>
    </message>
    <message>
        <source>No counter is in this zone.</source>
        <translation>Khu này chưa có quầy nào.</translation>
    </message>
    <message>
        <source>In it: %1. A display shows the zone it was started for.</source>
        <translation>Trong khu: %1. Màn hình hiện khu mà nó được khởi động cho.</translation>
    </message>
    <message>
        <source>No work profile serves it: nobody could be called.</source>
        <translation>Chưa hồ sơ công việc nào phục vụ dịch vụ này: không gọi được ai.</translation>
    </message>
    <message>
        <source>Served with: %1.</source>
        <translation>Phục vụ bằng: %1.</translation>
    </message>
    <message>
        <source>1 service</source>
        <translation>1 dịch vụ</translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation>%1 dịch vụ</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>Tất cả %1</translation>
    </message>
    <message>
        <source>%1 is open with it</source>
        <translation>%1 đang mở với nó</translation>
    </message>
    <message>
        <source>1 open ticket needs it</source>
        <translation>1 phiếu đang mở cần nó</translation>
    </message>
    <message>
        <source>%1 open tickets need it</source>
        <translation>%1 phiếu đang mở cần nó</translation>
    </message>
    <message>
        <source>%1 cannot be removed: it is needed.</source>
        <translation>Không bỏ %1 được: đang có chỗ cần.</translation>
    </message>
    <message>
        <source>Now: %1.</source>
        <translation>Lúc này: %1.</translation>
    </message>
    <message>
        <source>%1 other parts name it; these first:</source>
        <translation>%1 mục khác nhắc đến nó; trước hết:</translation>
    </message>
    <message>
        <source>Show %1 %2</source>
        <translation>Xem %1 %2</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Ctrl+N</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>None here</source>
        <translation>Chưa có mục nào</translation>
    </message>
    <message>
        <source>Add the first one with the button at the left.</source>
        <translation>Thêm mục đầu tiên bằng nút bên trái.</translation>
    </message>
    <message>
        <source>What is added stands in the list at the left.</source>
        <translation>Mục được thêm sẽ nằm trong danh sách bên trái.</translation>
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
    <name>tiepdon::PastFloor</name>
    <message>
        <source>Queues then</source>
        <translation>Hàng chờ lúc đó</translation>
    </message>
    <message>
        <source>No moment chosen</source>
        <translation>Chưa chọn thời điểm</translation>
    </message>
    <message>
        <source>Choose a day above: its counters and queues appear here as they were at the moment the strip shows.</source>
        <translation>Chọn một ngày ở trên: các quầy và hàng chờ hiện ở đây như tại thời điểm trên dải ngày.</translation>
    </message>
</context>
<context>
    <name>tiepdon::PastTickets</name>
    <message>
        <source>Every service</source>
        <translation>Mọi dịch vụ</translation>
    </message>
    <message>
        <source>Every segment</source>
        <translation>Mọi nhóm khách</translation>
    </message>
    <message>
        <source>Ordinary customers</source>
        <translation>Khách thường</translation>
    </message>
    <message>
        <source>Every counter</source>
        <translation>Mọi quầy</translation>
    </message>
    <message>
        <source>All staff</source>
        <translation>Mọi nhân viên</translation>
    </message>
    <message>
        <source>Every state</source>
        <translation>Mọi trạng thái</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Cả ngày</translation>
    </message>
    <message>
        <source>%1 to %2, the day goes on</source>
        <translation>%1 đến %2, ngày còn tiếp</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 đến %2</translation>
    </message>
    <message>
        <source>Reading the tickets…</source>
        <translation>Đang đọc các phiếu…</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>%1 suspect left out</source>
        <translation>đã bỏ %1 phiếu đáng ngờ</translation>
    </message>
    <message>
        <source>%1 of them suspect</source>
        <translation>trong đó %1 phiếu đáng ngờ</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>phieu</translation>
    </message>
    <message>
        <source>Save the list of tickets</source>
        <translation>Lưu danh sách phiếu</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Bảng (*.csv)</translation>
    </message>
    <message>
        <source>Reading the whole list…</source>
        <translation>Đang đọc cả danh sách…</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Bước</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dịch vụ</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Nhóm khách</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Lấy phiếu</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Gọi</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>Waited, s</source>
        <translation>Đã chờ, giây</translation>
    </message>
    <message>
        <source>Promised, s</source>
        <translation>Cam kết, giây</translation>
    </message>
    <message>
        <source>Served, s</source>
        <translation>Phục vụ, giây</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Suspect because</source>
        <translation>Đáng ngờ vì</translation>
    </message>
    <message>
        <source>%1 lines are in %2.</source>
        <translation>%1 dòng đã ghi vào %2.</translation>
    </message>
    <message>
        <source>Which tickets</source>
        <translation>Phiếu nào</translation>
    </message>
    <message>
        <source>Half hour</source>
        <translation>Nửa giờ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Các phiếu</translation>
    </message>
    <message>
        <source>Leave out suspect tickets</source>
        <translation>Bỏ các phiếu đáng ngờ</translation>
    </message>
    <message>
        <source>Suspect tickets only</source>
        <translation>Chỉ phiếu đáng ngờ</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Bỏ bộ lọc</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>No such ticket</source>
        <translation>Không có phiếu như vậy</translation>
    </message>
    <message>
        <source>Tickets appear here when a filter above is taken away or another day is chosen.</source>
        <translation>Phiếu hiện ở đây khi bỏ bớt bộ lọc ở trên hoặc chọn ngày khác.</translation>
    </message>
</context>
<context>
    <name>tiepdon::PastTicketsModel</name>
    <message>
        <source>Ordinary</source>
        <translation>Thường</translation>
    </message>
    <message>
        <source>%1 of %2 min</source>
        <translation>%1 / %2 phút</translation>
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
        <source>Segment</source>
        <translation>Nhóm khách</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Lấy phiếu</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Gọi</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Đã chờ</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>Phục vụ</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Suspect because</source>
        <translation>Đáng ngờ vì</translation>
    </message>
</context>
<context>
    <name>tiepdon::PeopleStrip</name>
    <message>
        <source>%1 served today</source>
        <translation>hôm nay phục vụ %1</translation>
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
    <name>tiepdon::QuietHours</name>
    <message>
        <source>Add quiet hours</source>
        <translation>Thêm giờ yên lặng</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Yên lặng từ</translation>
    </message>
    <message>
        <source>Quiet to</source>
        <translation>Yên lặng đến</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Remove these quiet hours</source>
        <translation>Xóa khoảng giờ yên lặng này</translation>
    </message>
</context>
<context>
    <name>tiepdon::ReviewPanel</name>
    <message>
        <source>New %1: %2</source>
        <translation>Thêm %1: %2</translation>
    </message>
    <message>
        <source>To be removed: %1 %2</source>
        <translation>Sẽ bỏ: %1 %2</translation>
    </message>
    <message>
        <source>Nothing differs any longer from what the branch is made of.</source>
        <translation>Không còn gì khác với cấu hình hiện tại của chi nhánh.</translation>
    </message>
    <message>
        <source>Whom it affects now</source>
        <translation>Lúc này ảnh hưởng đến ai</translation>
    </message>
    <message>
        <source>Nobody who waits or is served now would notice.</source>
        <translation>Không ai đang chờ hay đang được phục vụ nhận thấy gì.</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Xem %1</translation>
    </message>
    <message>
        <source>Save the change</source>
        <translation>Lưu thay đổi</translation>
    </message>
    <message>
        <source>Answer this: it is kept with the change.</source>
        <translation>Hãy trả lời: câu này được lưu cùng thay đổi.</translation>
    </message>
    <message>
        <source>At most %1 characters.</source>
        <translation>Nhiều nhất %1 ký tự.</translation>
    </message>
    <message>
        <source>What does this mean for the customer?</source>
        <translation>Điều này có ý nghĩa gì với khách hàng?</translation>
    </message>
    <message>
        <source>How does it affect customers?</source>
        <translation>Nó ảnh hưởng đến khách hàng thế nào?</translation>
    </message>
    <message>
        <source>How will they feel about it?</source>
        <translation>Khách hàng sẽ cảm thấy thế nào?</translation>
    </message>
    <message>
        <source>What does it solve for them?</source>
        <translation>Nó giải quyết điều gì cho họ?</translation>
    </message>
    <message>
        <source>What is it worth to them?</source>
        <translation>Nó đáng giá gì với họ?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>Đang xác nhận…</translation>
    </message>
</context>
<context>
    <name>tiepdon::RowsEditor</name>
    <message>
        <source>Add a window</source>
        <translation>Thêm khung giờ</translation>
    </message>
    <message>
        <source>From, a time of day</source>
        <translation>Từ, giờ trong ngày</translation>
    </message>
    <message>
        <source>To, a time of day</source>
        <translation>Đến, giờ trong ngày</translation>
    </message>
    <message>
        <source>Add a segment&apos;s promise</source>
        <translation>Thêm lời hứa cho nhóm khách</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Nhóm khách</translation>
    </message>
    <message>
        <source>Promised minutes; 0: as elsewhere</source>
        <translation>Số phút đã hứa; 0: như nơi khác</translation>
    </message>
    <message>
        <source>min</source>
        <translation>phút</translation>
    </message>
    <message>
        <source>Weight; 0: as elsewhere</source>
        <translation>Trọng số; 0: như nơi khác</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>trọng số</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Thêm điều kiện</translation>
    </message>
    <message>
        <source>What is asked of the profile</source>
        <translation>Hỏi gì ở hồ sơ</translation>
    </message>
    <message>
        <source>Which, or how many</source>
        <translation>Cái nào, hoặc bao nhiêu</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
</context>
<context>
    <name>tiepdon::SettingForm</name>
    <message>
        <source>From %1 to %2.</source>
        <translation>Từ %1 đến %2.</translation>
    </message>
    <message>
        <source>Type minutes, like 5, or minutes and seconds, like 1:30.</source>
        <translation>Gõ số phút, như 5, hoặc phút và giây, như 1:30.</translation>
    </message>
    <message>
        <source>Type a factor, like 1 or 2.5.</source>
        <translation>Gõ một hệ số, như 1 hoặc 2,5.</translation>
    </message>
    <message>
        <source>Type a whole number.</source>
        <translation>Gõ một số nguyên.</translation>
    </message>
    <message>
        <source>Give it a Vietnamese name.</source>
        <translation>Đặt tên tiếng Việt.</translation>
    </message>
    <message>
        <source>Type times of day like 8:30.</source>
        <translation>Gõ giờ trong ngày như 8:30.</translation>
    </message>
    <message>
        <source>A window must end after it begins.</source>
        <translation>Khung giờ phải kết thúc sau khi bắt đầu.</translation>
    </message>
    <message>
        <source>Choose a day for each window.</source>
        <translation>Chọn ngày cho mỗi khung giờ.</translation>
    </message>
    <message>
        <source>Add a service: a profile serves one at least.</source>
        <translation>Thêm một dịch vụ: hồ sơ công việc phục vụ ít nhất một.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Chọn một.</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Lấy của họ</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Hiện là: %1</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile to: %1. Yours is kept here.</source>
        <translation>Trong lúc đó người khác đã đổi thành: %1. Của bạn vẫn giữ ở đây.</translation>
    </message>
</context>
<context>
    <name>tiepdon::SettingGrid</name>
    <message>
        <source>%1 texts</source>
        <translation>%1 câu chữ</translation>
    </message>
    <message>
        <source>without English: %1</source>
        <translation>thiếu tiếng Anh: %1</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 dòng</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Không có gì ở đây</translation>
    </message>
    <message>
        <source>What fits the search, and what the branch is made of, stands here.</source>
        <translation>Những gì khớp tìm kiếm trong cấu hình chi nhánh sẽ hiện ở đây.</translation>
    </message>
</context>
<context>
    <name>tiepdon::SettingGridModel</name>
    <message>
        <source>%1 (needs %2)</source>
        <translation>%1 (cần %2)</translation>
    </message>
    <message>
        <source>A skill is 0 (none), 1 (learning), 2 (able) or 3 (expert).</source>
        <translation>Kỹ năng là 0 (không), 1 (đang học), 2 (làm được) hoặc 3 (thành thạo).</translation>
    </message>
    <message>
        <source>Ordinary customers</source>
        <translation>Khách thường</translation>
    </message>
    <message>
        <source>Type minutes, like 5, or minutes and seconds, like 1:30; empty where nothing special holds.</source>
        <translation>Gõ số phút, như 5, hoặc phút và giây, như 1:30; để trống nếu không có gì riêng.</translation>
    </message>
    <message>
        <source>Name, Vietnamese</source>
        <translation>Tên, tiếng Việt</translation>
    </message>
    <message>
        <source>Name, English</source>
        <translation>Tên, tiếng Anh</translation>
    </message>
    <message>
        <source>To bring, Vietnamese</source>
        <translation>Mang theo, tiếng Việt</translation>
    </message>
    <message>
        <source>To bring, English</source>
        <translation>Mang theo, tiếng Anh</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>còn thiếu</translation>
    </message>
    <message>
        <source>A Vietnamese name is needed; English may be missing.</source>
        <translation>Cần có tên tiếng Việt; tiếng Anh có thể thiếu.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Quá dài.</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Dãy số</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Dùng chung với</translation>
    </message>
    <message>
        <source>Last number today</source>
        <translation>Số cuối hôm nay</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Đang mở</translation>
    </message>
    <message>
        <source>Given today</source>
        <translation>Đã cấp hôm nay</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>không ai</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
</context>
<context>
    <name>tiepdon::SettingsPage</name>
    <message>
        <source>You see this; a supervisor or an administrator changes it.</source>
        <translation>Bạn xem được; giám sát hoặc quản trị viên mới sửa.</translation>
    </message>
    <message>
        <source>1 part changed here, not saved.</source>
        <translation>1 mục đã sửa ở đây, chưa lưu.</translation>
    </message>
    <message>
        <source>%1 parts changed here, not saved.</source>
        <translation>%1 mục đã sửa ở đây, chưa lưu.</translation>
    </message>
    <message>
        <source>Nothing is changed here.</source>
        <translation>Chưa sửa gì ở đây.</translation>
    </message>
    <message>
        <source>Something typed here cannot be read yet: it is marked.</source>
        <translation>Có chỗ gõ ở đây chưa đọc được: đã đánh dấu.</translation>
    </message>
    <message>
        <source>Take back change no. %1</source>
        <translation>Hoàn tác thay đổi số %1</translation>
    </message>
    <message>
        <source>1 part would change</source>
        <translation>1 mục sẽ thay đổi</translation>
    </message>
    <message>
        <source>%1 parts would change</source>
        <translation>%1 mục sẽ thay đổi</translation>
    </message>
    <message>
        <source>Forget what was changed here? 1 part goes back to what it is.</source>
        <translation>Bỏ những gì đã sửa ở đây? 1 mục trở về như hiện tại.</translation>
    </message>
    <message>
        <source>Forget what was changed here? %1 parts go back to what they are.</source>
        <translation>Bỏ những gì đã sửa ở đây? %1 mục trở về như hiện tại.</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>The branch was so already; nothing needed to change.</source>
        <translation>Chi nhánh vốn đã như vậy; không cần đổi gì.</translation>
    </message>
    <message>
        <source>Saved as change no. %1.</source>
        <translation>Đã lưu thành thay đổi số %1.</translation>
    </message>
    <message>
        <source>The branch moved on since that change; it cannot be taken back as a whole. Change what you need by hand.</source>
        <translation>Chi nhánh đã thay đổi tiếp từ đó; không hoàn tác trọn vẹn được. Hãy sửa bằng tay chỗ cần.</translation>
    </message>
    <message>
        <source>Somebody else changed something of this in the meantime; nothing was written. This is what differs now: look again, then save.</source>
        <translation>Trong lúc đó người khác đã sửa một phần; chưa ghi gì. Đây là những gì khác lúc này: xem lại, rồi lưu.</translation>
    </message>
    <message>
        <source>Change no. %1 is taken back.</source>
        <translation>Đã hoàn tác thay đổi số %1.</translation>
    </message>
    <message>
        <source>Subjects of the settings</source>
        <translation>Các mục cài đặt</translation>
    </message>
    <message>
        <source>Review the change</source>
        <translation>Xem lại thay đổi</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Bỏ các thay đổi</translation>
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
    <name>tiepdon::SignalsPanel</name>
    <message>
        <source>On this PC:</source>
        <translation>Trên máy này:</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Alerts are heard on this PC</source>
        <translation>Cảnh báo phát âm thanh trên máy này</translation>
    </message>
    <message>
        <source>System notifications</source>
        <translation>Thông báo hệ thống</translation>
    </message>
    <message>
        <source>Alerts are shown by the system on this PC</source>
        <translation>Hệ thống hiện cảnh báo trên máy này</translation>
    </message>
    <message>
        <source>This PC shows no system notifications.</source>
        <translation>Máy này không hiện thông báo hệ thống.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Thử ngay</translation>
    </message>
    <message>
        <source>Try sound and notification</source>
        <translation>Thử âm thanh và thông báo</translation>
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
        <source>Tickets</source>
        <translation>Phiếu</translation>
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
        <source>Reception · %1</source>
        <translation>Tiếp đón · %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Số liệu</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Cảnh báo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Alerts nobody has taken up: %1</source>
        <translation>Cảnh báo chưa ai nhận: %1</translation>
    </message>
    <message>
        <source>Message…</source>
        <translation>Tin nhắn…</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>The hub cannot be reached. Do it when the badge says live.</source>
        <translation>Không kết nối được máy chủ. Hãy làm khi nhãn báo trực tuyến.</translation>
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
    <message>
        <source>Message</source>
        <translation>Tin nhắn</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Đã đọc</translation>
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
    <name>tiepdon::TicketQueue</name>
    <message>
        <source>Drag %1 from here onto a counter or another queue, or transfer it in Tickets (F7).</source>
        <translation>Kéo %1 từ đây vào quầy hoặc hàng chờ khác, hoặc chuyển trong trang Phiếu (F7).</translation>
    </message>
</context>
<context>
    <name>tiepdon::TicketStory</name>
    <message>
        <source>Waits for %1</source>
        <translation>Chờ %1</translation>
    </message>
    <message>
        <source>Waits on, for %1</source>
        <translation>Chờ tiếp, cho %1</translation>
    </message>
    <message>
        <source>Called to %1 by %2. %3.</source>
        <translation>%2 gọi đến %1. %3.</translation>
    </message>
    <message>
        <source>Called to %1 by %2</source>
        <translation>%2 gọi đến %1</translation>
    </message>
    <message>
        <source>Waited %1 of %2 min promised.</source>
        <translation>Đã chờ %1 phút, cam kết %2 phút.</translation>
    </message>
    <message>
        <source>Service began</source>
        <translation>Bắt đầu phục vụ</translation>
    </message>
    <message>
        <source>Left; the counter worked on</source>
        <translation>Khách ra về; quầy làm tiếp</translation>
    </message>
    <message>
        <source>Finished, served %1</source>
        <translation>Kết thúc, phục vụ %1</translation>
    </message>
    <message>
        <source>Sent on to another queue</source>
        <translation>Chuyển sang hàng chờ khác</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Không đến</translation>
    </message>
    <message>
        <source>Still open when the day closed</source>
        <translation>Còn mở khi đóng ngày</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Left without being served</source>
        <translation>Bỏ về khi chưa được phục vụ</translation>
    </message>
    <message>
        <source>No ticket chosen</source>
        <translation>Chưa chọn phiếu</translation>
    </message>
    <message>
        <source>Choose a line: what happened to that ticket, who served it and why it was called appear here.</source>
        <translation>Chọn một dòng: những gì xảy ra với phiếu đó, ai phục vụ và vì sao được gọi sẽ hiện ở đây.</translation>
    </message>
    <message>
        <source>Show the branch at that moment</source>
        <translation>Xem chi nhánh lúc đó</translation>
    </message>
    <message>
        <source>What happened to the ticket</source>
        <translation>Những gì xảy ra với phiếu</translation>
    </message>
    <message>
        <source>booked for %1</source>
        <translation>hẹn lúc %1</translation>
    </message>
    <message>
        <source>waited on from an earlier day</source>
        <translation>chờ tiếp từ ngày trước</translation>
    </message>
    <message>
        <source>Suspect: %1</source>
        <translation>Đáng ngờ: %1</translation>
    </message>
    <message>
        <source>Ticket taken</source>
        <translation>Lấy phiếu</translation>
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
    <name>tiepdon::TodayPage</name>
    <message>
        <source>The day is being reckoned…</source>
        <translation>Đang tính số liệu…</translation>
    </message>
    <message>
        <source>No figures yet</source>
        <translation>Chưa có số liệu</translation>
    </message>
    <message>
        <source>Arrivals, waits, promises kept and occupancy of the day appear here.</source>
        <translation>Khách đến, thời gian chờ, đúng cam kết và công suất trong ngày hiện ở đây.</translation>
    </message>
    <message>
        <source>The day has not been opened</source>
        <translation>Ngày chưa được mở</translation>
    </message>
    <message>
        <source>When it is, arrivals, waits, promises kept and occupancy appear here.</source>
        <translation>Khi mở ngày, khách đến, thời gian chờ, đúng cam kết và công suất hiện ở đây.</translation>
    </message>
    <message>
        <source>The branch was not open on that day</source>
        <translation>Hôm đó chi nhánh không mở</translation>
    </message>
    <message>
        <source>Choose another day above; figures of every day it was open are kept.</source>
        <translation>Chọn ngày khác ở trên; số liệu của mọi ngày mở cửa đều được giữ.</translation>
    </message>
    <message>
        <source>Table with decimal commas (*.csv)</source>
        <translation>Bảng, dấu phẩy thập phân (*.csv)</translation>
    </message>
    <message>
        <source>Table with decimal points (*.csv)</source>
        <translation>Bảng, dấu chấm thập phân (*.csv)</translation>
    </message>
    <message>
        <source>Save the figures as a table</source>
        <translation>Lưu số liệu thành bảng</translation>
    </message>
    <message>
        <source>Save the figures to print</source>
        <translation>Lưu số liệu để in</translation>
    </message>
    <message>
        <source>Pages (*.pdf)</source>
        <translation>Trang in (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Mọi dịch vụ</translation>
    </message>
    <message>
        <source>All segments</source>
        <translation>Mọi nhóm khách</translation>
    </message>
    <message>
        <source>All counters</source>
        <translation>Mọi quầy</translation>
    </message>
    <message>
        <source>Figures of the day</source>
        <translation>Số liệu trong ngày</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
    <message>
        <source>Another day: day, month and year, then Enter</source>
        <translation>Ngày khác: ngày, tháng, năm rồi Enter</translation>
    </message>
    <message>
        <source>Of which service</source>
        <translation>Của dịch vụ nào</translation>
    </message>
    <message>
        <source>Of which segment</source>
        <translation>Của nhóm khách nào</translation>
    </message>
    <message>
        <source>Of which counter</source>
        <translation>Của quầy nào</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Lưu bảng…</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <source>Leave out suspect visits</source>
        <translation>Bỏ các lượt đáng ngờ</translation>
    </message>
    <message>
        <source>Rows of the table</source>
        <translation>Các dòng của bảng</translation>
    </message>
    <message>
        <source>Figures in a table</source>
        <translation>Số liệu dạng bảng</translation>
    </message>
    <message>
        <source>Means and shares say their number in the tip; Enter shows the tickets behind a figure.</source>
        <translation>Di chuột để xem n của trung bình và tỷ lệ; Enter để xem các phiếu của một số.</translation>
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
    <name>tiepdon::WhatIfPanel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Người khác</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Chuyển đến</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>%1 → %2 min</source>
        <translation>%1 → %2 phút</translation>
    </message>
    <message>
        <source>%1 → %2 %</source>
        <translation>%1 → %2 %</translation>
    </message>
    <message>
        <source>Choose a move to see what it would change.</source>
        <translation>Chọn một thay đổi để xem kết quả dự kiến.</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Nếu như…</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Thay đổi</translation>
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
        <source>Open a counter</source>
        <translation>Mở một quầy</translation>
    </message>
    <message>
        <source>Switch a counter</source>
        <translation>Chuyển nghiệp vụ của quầy</translation>
    </message>
    <message>
        <source>Close a counter</source>
        <translation>Đóng một quầy</translation>
    </message>
    <message>
        <source>Move a person</source>
        <translation>Chuyển một người</translation>
    </message>
    <message>
        <source>Begin a break</source>
        <translation>Bắt đầu tạm nghỉ</translation>
    </message>
    <message>
        <source>End a break</source>
        <translation>Kết thúc tạm nghỉ</translation>
    </message>
    <message>
        <source>And another move</source>
        <translation>Thêm thay đổi khác</translation>
    </message>
    <message>
        <source>Together with</source>
        <translation>Cùng với</translation>
    </message>
    <message>
        <source>Moves chosen so far</source>
        <translation>Các thay đổi đã chọn</translation>
    </message>
    <message>
        <source>P80 wait and promises kept</source>
        <translation>Chờ P80 và tỷ lệ đúng hẹn</translation>
    </message>
    <message>
        <source>Make these moves</source>
        <translation>Thực hiện các thay đổi</translation>
    </message>
    <message>
        <source>Leave all as it is</source>
        <translation>Giữ nguyên</translation>
    </message>
    <message>
        <source>%1 has just been changed. Look at the moves once more.</source>
        <translation>%1 vừa được thay đổi. Hãy xem lại các bước chuyển.</translation>
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
