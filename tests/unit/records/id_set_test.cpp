#include "reglament/records/id_set.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace reglament;

TEST_CASE("an id is new once in each family", "[records]") {
  IdSet ids;
  CHECK_FALSE(ids.contains(Family::meeting, "M-1"));
  CHECK(ids.insert(Family::meeting, "M-1"));
  CHECK_FALSE(ids.insert(Family::meeting, "M-1"));
  CHECK(ids.contains(Family::meeting, "M-1"));
  CHECK_FALSE(ids.contains(Family::visit, "M-1"));
  CHECK(ids.insert(Family::visit, "M-1"));
  CHECK(ids.insert(Family::meeting, "m-1"));
  CHECK(ids.insert(Family::meeting, ""));
  CHECK(ids.size() == 4);
}

TEST_CASE("a set of ids keeps them all while it grows", "[records]") {
  IdSet ids;
  for (int i = 0; i < 10'000; ++i) REQUIRE(ids.insert(Family::assignment, std::to_string(i)));
  CHECK(ids.size() == 10'000);
  for (int i = 0; i < 10'000; ++i) REQUIRE(ids.contains(Family::assignment, std::to_string(i)));
  CHECK_FALSE(ids.contains(Family::assignment, "10000"));
}
