# Plants one broken include at a time in a small house and expects floors.cmake
# to name it; and a sound house to pass.
#
#   cmake -D WORK=<empty folder to use> -P planted.cmake

cmake_minimum_required(VERSION 3.25)

function(check_house name expected_text)
  execute_process(
    COMMAND ${CMAKE_COMMAND} -D ROOT=${WORK} -P ${CMAKE_CURRENT_LIST_DIR}/floors.cmake
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  string(REGEX REPLACE "[ \n]+" " " output "${output}")
  string(FIND "${output}" "${expected_text}" found)
  if(expected_text STREQUAL "the floors hold")
    set(expected_result 0)
  else()
    set(expected_result 1)
  endif()
  if(NOT result EQUAL expected_result OR found EQUAL -1)
    message(SEND_ERROR "${name}: expected '${expected_text}' (status ${expected_result}), "
      "got status ${result}: ${output}")
  endif()
endfunction()

function(plant file include expected_text)
  file(REMOVE_RECURSE ${WORK})
  file(WRITE ${WORK}/sim/base/ground.hpp "#pragma once\n#include <vector>\n#include <sys/stat.h>\n")
  file(WRITE ${WORK}/sim/chance/draw.hpp "#pragma once\n#include \"sim/base/ground.hpp\"\n")
  file(WRITE ${WORK}/sim/stats/mean.hpp "#pragma once\n#include \"sim/base/ground.hpp\"\n")
  file(WRITE ${WORK}/sim/model/model.hpp "#pragma once\n#include \"sim/chance/draw.hpp\"\n")
  file(WRITE ${WORK}/sim/cli/parse.cpp "#include <CLI/CLI.hpp>\n")
  file(APPEND ${WORK}/sim/${file} "  #  include ${include}\n")
  check_house("${file} with ${include}" "${expected_text}")
endfunction()

set(sound "the floors hold")
plant(base/ground.hpp "<string>" "${sound}")
plant(model/model.hpp "\"sim/stats/mean.hpp\"" "${sound}")
plant(model/model.cpp "<boost/random.hpp>" "${sound}")
plant(chance/draw.cpp "<hwy/highway.h>" "${sound}")
plant(chance/draw.cpp "\"hwy/foreach_target.h\"" "${sound}")

plant(base/ground.hpp "\"sim/chance/draw.hpp\"" "base may not know chance")
plant(chance/draw.hpp "\"sim/model/model.hpp\"" "chance may not know model")
plant(stats/mean.hpp "\"sim/chance/draw.hpp\"" "stats may not know chance")
plant(model/model.hpp "\"sim/base/absent.hpp\"" "does not exist")
plant(model/model.hpp "\"model.hpp\"" "is not a path below sim/")
plant(model/model.hpp "\"tests/support/catch.hpp\"" "is not a path below sim/")
plant(model/model.hpp "\"sim/attic/box.hpp\"" "attic is no floor")
plant(attic/box.hpp "<vector>" "attic is no floor")
plant(base/ground.hpp "<hwy/highway.h>" "may not know hwy")
plant(base/ground.hpp "\"hwy/highway.h\"" "may not know hwy")
plant(model/model.cpp "<tbb/parallel_for.h>" "may not know tbb")
plant(model/model.cpp "<oneapi/tbb.h>" "may not know tbb")
plant(model/model.cpp "<toml++/toml.h>" "may not know toml")
plant(model/model.cpp "<nlohmann/json.hpp>" "may not know json")
plant(chance/draw.cpp "<boost/math/distributions.hpp>" "may not know boost")
plant(chance/draw.cpp "<xxhash.h>" "may not know xxhash")
plant(cli/main.cpp "<CLI/CLI.hpp>" "may not know cli11")
plant(cli/main.cpp "<catch2/catch.hpp>" "may not know catch2")
plant(cli/main.cpp "<thrust/vector.h>" "of no library listed")
plant(cli/main.cpp "MP_HEADER" "cannot read this include")

file(REMOVE_RECURSE ${WORK}/sim)
check_house("an empty house" "nothing was checked")
file(REMOVE_RECURSE ${WORK})
