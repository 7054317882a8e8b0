#include "reglament/records/record.hpp"

#include <catch2/catch.hpp>

#include "small_world.hpp"

using namespace reglament;
using namespace date::literals;

TEST_CASE("a number is decimal, with at most six decimals and twelve digits before them", "[records]") {
  struct Row {
    const char* text;
    std::optional<std::int64_t> millionths;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"0", 0}, {"12", 12'000'000}, {"2.5", 2'500'000}, {"0.000001", 1}, {"2.50", 2'500'000},
      {"999999999999", 999'999'999'999'000'000}, {"1000000000000", {}},
      {"0.0000001", {}}, {"", {}}, {".", {}}, {".5", {}}, {"5.", {}}, {"1.2.3", {}}, {"-1", {}}, {"+1", {}}, {"1e3", {}},
      {"010", {}}, {"0x10", {}}, {"1 000", {}}, {"1,5", {}}, {"twelve", {}},
  }));
  // clang-format on
  CAPTURE(row.text);
  const auto number = parse_number(row.text);
  CHECK(number.has_value() == row.millionths.has_value());
  if (number && row.millionths) CHECK(number->millionths == *row.millionths);
}

TEST_CASE("a number is written as briefly as it can be", "[records]") {
  CHECK(to_text(Number{12'000'000}) == "12");
  CHECK(to_text(Number{2'500'000}) == "2.5");
  CHECK(to_text(Number{1}) == "0.000001");
  CHECK(to_text(Number::of(10)) == "10");
}

TEST_CASE("moments and periods come out of a cell as they went in, and moments keep their order", "[records]") {
  Record record;
  const auto cell_of = [&](Cell::Kind kind, std::int64_t value) {
    Cell cell;
    cell.kind = kind;
    cell.value = value;
    record.cells = {cell};
    return CellView{record, 0};
  };
  const std::vector<Moment> moments{{Day{1900_y / 1 / 1}},       {Day{1969_y / 12 / 31}, 1439}, {Day{1970_y / 1 / 1}},
                                    {Day{1970_y / 1 / 1}, 0},    {Day{2025_y / 10 / 6}},        {Day{2025_y / 10 / 6}, 0},
                                    {Day{2025_y / 10 / 6}, 600}, {Day{2025_y / 10 / 7}},        {Day{2199_y / 12 / 31}, 1439}};
  for (std::size_t i = 0; i < moments.size(); ++i) {
    CAPTURE(i);
    CHECK(cell_of(Cell::Kind::moment, encode(moments[i])).moment() == moments[i]);
    if (i > 0) CHECK(encode(moments[i - 1]) < encode(moments[i]));
  }
  for (const char* text : {"1900", "1969-W01", "2025-10-14", "2025-W41", "2025-10", "2025-Q4", "2025-H2", "2199"}) {
    CAPTURE(text);
    const Period period = *parse_period(text);
    CHECK(cell_of(Cell::Kind::period, encode(period)).period() == period);
  }
}

TEST_CASE("a record is placed in time by the first date that it has", "[records]") {
  struct Row {
    const char* why;
    const char* fields;
    const char* expected;
  };
  // clang-format off
  const auto row = GENERATE(values<Row>({
      {"its date", "date: 2025-10-06T10:00, from: 2025-10-01, received: 2025-09-01, issued: 2025-08-01", "2025-10-06T10:00"},
      {"without one, from", "issued: 2025-08-01, received: 2025-09-01, from: 2025-10-01", "2025-10-01"},
      {"then received", "issued: 2025-08-01, received: 2025-09-01T11:20, period: 2025-07", "2025-09-01T11:20"},
      {"then issued", "issued: 2025-08-01, period: 2025-07, steps: {drafted: 2025-06-01}", "2025-08-01"},
      {"then the last day of its period", "period: 2025-Q4, steps: {drafted: 2025-06-01}", "2025-12-31"},
      {"then the earliest of its steps, in whatever shape", "steps: {registered: 2025-06-03, drafted: [2025-06-04, {date: 2025-06-02}], sent: {date: 2025-06-05}}", "2025-06-02"},
      {"a due date places nothing", "due: 2025-01-01, steps: {sent: 2025-06-05}", "2025-06-05"},
  }));
  // clang-format on
  CAPTURE(row.why);
  const World world{"assignments: [{id: a, type: letter, " + std::string{row.fields} + "}]"};
  REQUIRE(world.record_errors.empty());
  REQUIRE(world.records.size() == 1);
  CHECK(to_text(*own_date(world.records[0])) == row.expected);
}

TEST_CASE("a step is found by its name, and so is a field of a map", "[records]") {
  const World world{
      "meetings: [{id: m, type: apparatus, date: 2025-10-06, attendance: {members: 16, present: 11}, "
      "steps: {notified: [2025-10-01, 2025-10-02], minutes-drafted: 2025-10-07}}]"};
  REQUIRE(world.records.size() == 1);
  const Record& record = world.records[0];
  CHECK(in_short(*record.step(known_word("minutes-drafted"))) == "2025-10-07");
  CHECK(record.step(known_word("notified"))->count() == 2);
  CHECK_FALSE(record.step(known_word("registered")));
  CHECK(in_short(*record.field(known_word("attendance"))->find(known_word("present"))) == "11");
  CHECK_FALSE(record.field(known_word("places")));
  CHECK_FALSE(record.field(known_word("date"))->find(known_word("date")));
  CHECK(record.field(known_word("date"))->count() == 1);
}
