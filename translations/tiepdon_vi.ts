<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en">
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
        <source>Recent wait</source>
        <translation>Thời gian chờ</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>khoảng %1 phút</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>dưới 1 phút</translation>
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
        <source>waited %1 of %2 min</source>
        <translation>chờ %1/%2 phút</translation>
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
        <source>Longest against its promise: %1; %2 waited %3 of %4</source>
        <translation>Chờ lâu nhất so với cam kết: %1; %2 chờ %3/%4</translation>
    </message>
    <message>
        <source>As long against its promise as %2, but waiting since earlier: %1</source>
        <translation>Ngang %2 so với cam kết nhưng chờ từ sớm hơn: %1</translation>
    </message>
    <message>
        <source>Level with %2 in everything, ticket taken first: %1</source>
        <translation>Ngang %2 về mọi mặt, lấy số trước: %1</translation>
    </message>
    <message>
        <source>%1 waiting in %2 of this counter&apos;s queues at that moment.</source>
        <translation>Lúc đó có %1 khách chờ trong %2 hàng của quầy này.</translation>
    </message>
    <message>
        <source>Rule: of your services, the ticket that has used up the largest share of its promised wait; ties go to the one waiting since earlier, then to the ticket taken first.</source>
        <translation>Quy tắc: trong các dịch vụ của bạn, gọi lượt đã dùng hết phần lớn nhất của thời gian chờ cam kết; nếu bằng nhau thì ai chờ từ sớm hơn, rồi ai lấy số trước.</translation>
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
        <translation>Người khác vừa đổi cấu hình làm việc của quầy này; chưa có gì thay đổi. Hãy xem cấu hình hiện tại rồi quyết định lại.</translation>
    </message>
    <message>
        <source>Some services would be left without an open counter; nothing was changed. Move another counter first, or confirm that they stay without one.</source>
        <translation>Sẽ có dịch vụ không còn quầy nào phục vụ; chưa có gì thay đổi. Hãy chuyển một quầy khác trước, hoặc xác nhận để trống.</translation>
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
        <source>Chosen by hand: %1</source>
        <translation>Gọi theo lựa chọn: %1</translation>
    </message>
    <message>
        <source>Chosen by hand: %1; by the rule it would have been %2</source>
        <translation>Gọi theo lựa chọn: %1; theo quy tắc thì đến lượt %2</translation>
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
    <name>tiepdon::InlineQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
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
</context>
<context>
    <name>tiepdon::QueueDelegate</name>
    <message>
        <source>nobody waiting</source>
        <translation>không có ai chờ</translation>
    </message>
    <message>
        <source>longest %1 of %2 min · over the promise</source>
        <translation>lâu nhất %1/%2 phút · quá cam kết</translation>
    </message>
    <message>
        <source>longest %1 of %2 min</source>
        <translation>lâu nhất %1/%2 phút</translation>
    </message>
</context>
<context>
    <name>tiepdon::QueuePanel</name>
    <message>
        <source>Nobody waits for your services. The next ticket appears here by itself.</source>
        <translation>Không có ai chờ dịch vụ của bạn. Lượt tiếp theo tự hiện tại đây.</translation>
    </message>
    <message>
        <source>You have finished %1 since %2</source>
        <translation>Bạn đã phục vụ xong %1 lượt từ %2</translation>
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
</context>
<context>
    <name>tiepdon::QueuesModel</name>
    <message>
        <source>%1: nobody waiting</source>
        <translation>%1: không có ai chờ</translation>
    </message>
    <message>
        <source>%1: %2 waiting, the longest %3 of %4 minutes</source>
        <translation>%1: %2 khách chờ, lâu nhất %3 trên %4 phút</translation>
    </message>
</context>
<context>
    <name>tiepdon::ServiceTimer</name>
    <message>
        <source>in time</source>
        <translation>đúng hạn</translation>
    </message>
    <message>
        <source>nearly over</source>
        <translation>sắp quá giờ</translation>
    </message>
    <message>
        <source>over the usual time</source>
        <translation>quá thời gian thường lệ</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>thường %1</translation>
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
        <source>Switch language</source>
        <translation>Đổi ngôn ngữ</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Q</source>
        <translation>Ctrl+Shift+Q</translation>
    </message>
    <message>
        <source>Time at the branch</source>
        <translation>Giờ tại chi nhánh</translation>
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
</context>
<context>
    <name>tiepdon::TransferPanel</name>
    <message>
        <source>Transfer %1 to</source>
        <translation>Chuyển %1 đến</translation>
    </message>
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
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Service to transfer to</source>
        <translation>Dịch vụ chuyển đến</translation>
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
        <source>The person you call will appear here.</source>
        <translation>Khách được gọi sẽ hiện tại đây.</translation>
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
        <source>called %1 after %2 min</source>
        <translation>gọi lúc %1 sau %2 phút</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>bắt đầu lúc %1</translation>
    </message>
    <message>
        <source>calls missed: %1</source>
        <translation>số lần vắng mặt: %1</translation>
    </message>
    <message>
        <source>Why %1?</source>
        <translation>Vì sao %1?</translation>
    </message>
    <message>
        <source>It was called before this window was connected. Its reason is kept in the branch&apos;s journal.</source>
        <translation>Số này được gọi trước khi cửa sổ này kết nối. Lý do được lưu trong nhật ký chi nhánh.</translation>
    </message>
    <message>
        <source>Nobody waits for your services, so there is no next number.</source>
        <translation>Không có ai chờ dịch vụ của bạn nên chưa có số tiếp theo.</translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>Đang xác nhận…</translation>
    </message>
    <message>
        <source>The hub cannot be reached: wait until the badge says live.</source>
        <translation>Không kết nối được máy chủ: hãy đợi đến khi nhãn báo trực tuyến.</translation>
    </message>
    <message>
        <source>No recalls left: start, or mark as no-show.</source>
        <translation>Hết lượt gọi lại: hãy bắt đầu hoặc báo vắng mặt.</translation>
    </message>
    <message>
        <source>Call next</source>
        <translation>Gọi tiếp</translation>
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
        <source>Transfer</source>
        <translation>Chuyển</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Số</translation>
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
        <source>Kept; will be sent when the hub is back.</source>
        <translation>Đã giữ lại; sẽ gửi khi kết nối lại máy chủ.</translation>
    </message>
    <message>
        <source>The hub cannot be reached. Start and Finish are kept here and sent later.</source>
        <translation>Không kết nối được máy chủ. Bắt đầu và Kết thúc được giữ tại đây và gửi sau.</translation>
    </message>
</context>
</TS>
