#include "sim/model/workforce.hpp"

#include "tests/support/catch.hpp"

using meesterplan::model::Field;

TEST_CASE("A field that is not used takes no room and gives the default") {
  Field<std::int16_t> field;
  field.use(false);
  field.resize(10);
  field.set(3, 7);
  CHECK(field.get(3) == 0);
  CHECK(field.bytes_per_person() == 0);
  CHECK(field.data() == nullptr);
}

TEST_CASE("A field that is used keeps what is written") {
  Field<std::int16_t> field;
  field.resize(4);
  field.set(3, 7);
  Field<std::int16_t> copy;
  copy.resize(6);
  copy.copy_from(field);
  CHECK(copy.get(3) == 7);
  CHECK(copy.get(5) == 0);
  copy.fill(2);
  CHECK(copy.get(5) == 2);
  CHECK(copy.bytes_per_person() == 2);
}
