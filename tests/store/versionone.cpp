// SPDX-License-Identifier: GPL-3.0-or-later
#include "versionone.h"

#include "storefiles.h"

namespace tiepdon {

void makeVersionOne(const QString &directory)
{
    // clang-format off
    rawSql(directory, {
        QStringLiteral("PRAGMA journal_mode=WAL"),
        QStringLiteral(R"sql(CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY))sql"),
        QStringLiteral(R"sql(CREATE TABLE branch (branch BIGINT NOT NULL PRIMARY KEY, last_seq BIGINT NOT NULL, last_hash TEXT NOT NULL, probes BIGINT NOT NULL) WITHOUT ROWID)sql"),
        QStringLiteral(R"sql(CREATE TABLE journal (branch BIGINT NOT NULL, seq BIGINT NOT NULL, at_ms BIGINT NOT NULL, actor BIGINT NOT NULL, device TEXT NOT NULL, operation TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (branch, seq)) WITHOUT ROWID)sql"),
        QStringLiteral(R"sql(CREATE TABLE business_day (branch BIGINT NOT NULL, opened_seq BIGINT NOT NULL, business_day TEXT NOT NULL, PRIMARY KEY (branch, opened_seq), FOREIGN KEY (branch, opened_seq) REFERENCES journal (branch, seq)) WITHOUT ROWID)sql"),
        QStringLiteral(R"sql(CREATE TABLE ticket (branch BIGINT NOT NULL, ticket_id BIGINT NOT NULL, business_day TEXT NOT NULL, series TEXT NOT NULL, serial BIGINT NOT NULL, number TEXT NOT NULL, issued_ms BIGINT NOT NULL, state TEXT NOT NULL, ended_ms BIGINT, place_ms BIGINT NOT NULL, place_sub BIGINT NOT NULL, step_no INTEGER NOT NULL, PRIMARY KEY (branch, ticket_id), UNIQUE (branch, business_day, series, serial)) WITHOUT ROWID)sql"),
        QStringLiteral(R"sql(CREATE TABLE visit (branch BIGINT NOT NULL, visit_id BIGINT NOT NULL, arrived_ms BIGINT NOT NULL, ended_ms BIGINT, PRIMARY KEY (branch, visit_id), FOREIGN KEY (branch, visit_id) REFERENCES ticket (branch, ticket_id)) WITHOUT ROWID)sql"),
        QStringLiteral(R"sql(CREATE TABLE visit_step (branch BIGINT NOT NULL, visit_id BIGINT NOT NULL, step_no INTEGER NOT NULL, service_id BIGINT NOT NULL, waiting_from_ms BIGINT NOT NULL, called_ms BIGINT, started_ms BIGINT, finished_ms BIGINT, counter_id BIGINT NOT NULL, staff_id BIGINT NOT NULL, recalls INTEGER NOT NULL, misses INTEGER NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (branch, visit_id, step_no), FOREIGN KEY (branch, visit_id) REFERENCES visit (branch, visit_id)) WITHOUT ROWID)sql"),
        QStringLiteral(R"sql(CREATE TABLE operation (branch BIGINT NOT NULL, client TEXT NOT NULL, n BIGINT NOT NULL, body_hash TEXT NOT NULL, answer TEXT NOT NULL, at_ms BIGINT NOT NULL, PRIMARY KEY (branch, client, n)) WITHOUT ROWID)sql"),
        QStringLiteral(R"sql(CREATE INDEX operation_by_time ON operation (branch, at_ms))sql"),
        QStringLiteral(R"sql(INSERT INTO schema_version VALUES(1))sql"),
        QStringLiteral(R"sql(INSERT INTO branch VALUES(7,16,'5a9f70a11c0e4f484ab0708e22446e2c05dca321f4cf7d8f9f91f4041706947a',0))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,1,1700000001000,1,'máy-1','test-client-1:1','BranchRuled','{"settings":{"name":{"en":"Ben Thanh branch","vi":"Chi nhánh Bến Thành"},"noShowMisses":2,"noShowPlacesBack":3,"numberDigits":3,"recallLimit":2,"utcOffsetMin":420}}','f4b16c3323b2088a4db70b4c99c6b3dfb801c64bf562532306d8fbb7a5f808ae'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,2,1700000001000,1,'máy-1','test-client-1:1','ServiceDefined','{"service":{"expectedMs":300000,"id":1,"name":{"en":"Deposit","vi":"Gửi tiền"},"series":"A","serviceLevelMs":600000}}','48307f83551a753f2d003d130874ae8017134901e0b3b3c5a864a70f99b3593f'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,3,1700000001000,1,'máy-1','test-client-1:1','ServiceDefined','{"service":{"expectedMs":1200000,"id":2,"name":{"en":"Loans","vi":"Cho vay"},"series":"B","serviceLevelMs":900000}}','81ae2f30ea8401a71f840a32313f06a4f9d9d364c60f8dd4039a69902ccefa43'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,4,1700000001000,1,'máy-1','test-client-1:1','ProfileDefined','{"profile":{"id":1,"name":{"en":"All","vi":"Tất cả"},"services":[1,2]}}','c25e307f36b0ba4c92a764e4699fd405b0a6bcce9e5bd6f527fed8ca619db711'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,5,1700000001000,1,'máy-1','test-client-1:1','CounterDefined','{"counter":{"id":1,"number":1,"profile":1}}','976242988e89a028e5ad28149b1529472480f93c15b7f47f5c4f8cdac61dbece'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,6,1700000001000,1,'máy-1','test-client-1:1','CounterDefined','{"counter":{"id":2,"number":2,"profile":1}}','5cb0d316d8bc9735a5440086fbcd5ec09654e26cc5ebf937c048f261cf14fbe1'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,7,1700000001000,1,'máy-1','test-client-1:1','StaffDefined','{"staff":{"id":1,"name":"Nguyễn Thị Hoa"}}','0cef690ae9fe97d6185433ace357a0016ed7c82700b7b2ff0f68134c9584eba1'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,8,1700000001000,1,'máy-1','test-client-1:1','StaffDefined','{"staff":{"id":2,"name":"Trần Văn Nam"}}','af747459ed5e23ee334dda9791be17ade4fee610506336be83e1678548672d70'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,9,1700000002000,1,'máy-1','test-client-1:2','DayOpened','{"state":{"businessDay":"2026-03-02","changedMs":1700000002000,"counters":[{"counter":1,"profile":1,"sinceMs":1700000001000,"staff":0,"ticket":0},{"counter":2,"profile":1,"sinceMs":1700000001000,"staff":0,"ticket":0}],"isOpen":true,"lastTicket":0,"recentWaits":[],"series":[],"setup":{"counters":[{"id":1,"number":1,"profile":1},{"id":2,"number":2,"profile":1}],"profiles":[{"id":1,"name":{"en":"All","vi":"Tất cả"},"services":[1,2]}],"services":[{"expectedMs":300000,"id":1,"name":{"en":"Deposit","vi":"Gửi tiền"},"series":"A","serviceLevelMs":600000},{"expectedMs":1200000,"id":2,"name":{"en":"Loans","vi":"Cho vay"},"series":"B","serviceLevelMs":900000}],"settings":{"name":{"en":"Ben Thanh branch","vi":"Chi nhánh Bến Thành"},"noShowMisses":2,"noShowPlacesBack":3,"numberDigits":3,"recallLimit":2,"utcOffsetMin":420},"staff":[{"id":1,"name":"Nguyễn Thị Hoa"},{"id":2,"name":"Trần Văn Nam"}]},"tickets":[],"totals":{"called":0,"ended":0,"issued":0,"noShows":0,"served":0}}}','996a1cfda00045bd4a8188d6dde25703e3b407d2237ebf7788e5b761092b6a37'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,10,1700000003000,1,'máy-1','test-client-1:3','CounterOpened','{"counter":1,"profile":1,"staff":1}','ea9289fb7a878657440a54f611834cbdb78029a9084c372feb3ad5784568023a'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,11,1700000004000,1,'máy-1','test-client-1:4','CounterOpened','{"counter":2,"profile":1,"staff":2}','adaa8519e4c022af159e9a3c645ca2991a52afdcf78dd0b7c3e561bfeabab2dc'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,12,1700000005000,1,'máy-1','test-client-1:5','TicketIssued','{"number":"A001","serial":1,"series":"A","service":1,"ticket":1}','2b53090dd38962ab02ec82a78c3c291e832ea92db4ebcc10cc99b8d4a14ff0c2'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,13,1700000006000,1,'máy-1','test-client-1:6','TicketIssued','{"number":"B001","serial":1,"series":"B","service":2,"ticket":2}','5440dbb46f53686b225994c4840d06d08da1489de24692e732fa303128c72a85'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,14,1700000007000,1,'máy-1','test-client-1:7','TicketCalled','{"counter":1,"reason":{"rule":"serviceLevel","runnerUp":"B001","runnerUpService":2,"runnerUpServiceLevelMs":900000,"runnerUpWaitedMs":1000,"service":1,"serviceLevelMs":600000,"services":2,"waitedMs":2000,"waiting":2},"staff":1,"ticket":1}','72d5565f101a2db3062f3ea2a6febff925586f0a868bbf94ccbf833847095b0c'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,15,1700000008000,1,'máy-1','test-client-1:8','ServiceStarted','{"counter":1,"ticket":1}','d684b145634718a19c2739d143052bdadc16156dbb9f31550f77553fab932f1c'))sql"),
        QStringLiteral(R"sql(INSERT INTO journal VALUES(7,16,1700000009000,1,'máy-1','test-client-1:9','ServiceFinished','{"counter":1,"ticket":1}','5a9f70a11c0e4f484ab0708e22446e2c05dca321f4cf7d8f9f91f4041706947a'))sql"),
        QStringLiteral(R"sql(INSERT INTO business_day VALUES(7,9,'2026-03-02'))sql"),
        QStringLiteral(R"sql(INSERT INTO ticket VALUES(7,1,'2026-03-02','A',1,'A001',1700000005000,'done',1700000009000,1700000005000,0,1))sql"),
        QStringLiteral(R"sql(INSERT INTO ticket VALUES(7,2,'2026-03-02','B',1,'B001',1700000006000,'waiting',NULL,1700000006000,0,1))sql"),
        QStringLiteral(R"sql(INSERT INTO visit VALUES(7,1,1700000005000,1700000009000))sql"),
        QStringLiteral(R"sql(INSERT INTO visit VALUES(7,2,1700000006000,NULL))sql"),
        QStringLiteral(R"sql(INSERT INTO visit_step VALUES(7,1,1,1,1700000005000,1700000007000,1700000008000,1700000009000,1,1,0,0,'served'))sql"),
        QStringLiteral(R"sql(INSERT INTO visit_step VALUES(7,2,1,2,1700000006000,NULL,NULL,NULL,0,0,0,0,'open'))sql"),
        QStringLiteral(R"sql(INSERT INTO operation VALUES(7,'test-client-1',1,'hash-1','{"result":{"seq":8}}',1700000001000))sql"),
        QStringLiteral(R"sql(INSERT INTO operation VALUES(7,'test-client-1',2,'hash-2','{"result":{"seq":9}}',1700000002000))sql"),
        QStringLiteral(R"sql(INSERT INTO operation VALUES(7,'test-client-1',3,'hash-3','{"result":{"seq":10}}',1700000003000))sql"),
        QStringLiteral(R"sql(INSERT INTO operation VALUES(7,'test-client-1',4,'hash-4','{"result":{"seq":11}}',1700000004000))sql"),
        QStringLiteral(R"sql(INSERT INTO operation VALUES(7,'test-client-1',5,'hash-5','{"result":{"seq":12}}',1700000005000))sql"),
        QStringLiteral(R"sql(INSERT INTO operation VALUES(7,'test-client-1',6,'hash-6','{"result":{"seq":13}}',1700000006000))sql"),
        QStringLiteral(R"sql(INSERT INTO operation VALUES(7,'test-client-1',7,'hash-7','{"result":{"seq":14}}',1700000007000))sql"),
        QStringLiteral(R"sql(INSERT INTO operation VALUES(7,'test-client-1',8,'hash-8','{"result":{"seq":15}}',1700000008000))sql"),
        QStringLiteral(R"sql(INSERT INTO operation VALUES(7,'test-client-1',9,'hash-9','{"result":{"seq":16}}',1700000009000))sql"),
    });
    // clang-format on
}

} // namespace tiepdon
