# Installs BUILD below WORK, then configures, builds and runs the consumer there,
# with nothing of the repository in sight but SCENARIO.

cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output
    ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "'${ARGN}' ended with ${result}:\n${output}")
  endif()
  message(STATUS "${output}")
endfunction()

file(REMOVE_RECURSE ${WORK})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/consumer DESTINATION ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
run(${CMAKE_COMMAND} -G Ninja -S ${WORK}/consumer -B ${WORK}/build
  -D CMAKE_PREFIX_PATH=${WORK}/prefix
  -D CMAKE_CXX_COMPILER=${COMPILER}
  -D CMAKE_CXX_FLAGS=${FLAGS}
  -D CMAKE_BUILD_TYPE=${BUILD_TYPE}
  -D EXPECTED_CONTRACTS=${CONTRACTS})
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/consumer ${SCENARIO})
run(${WORK}/prefix/bin/meesterplan version)
run(${WORK}/prefix/bin/meesterplan new ${WORK}/project)
run(${WORK}/prefix/bin/meesterplan check ${WORK}/project/scenario.toml)
run(${WORK}/prefix/bin/meesterplan check ${WORK}/prefix/share/meesterplan/scenarios/krimp.toml)
foreach(page man/man1/meesterplan.1 man/nl/man1/meesterplan.1
    bash-completion/completions/meesterplan zsh/site-functions/_meesterplan
    fish/vendor_completions.d/meesterplan.fish doc/meesterplan/README.md
    doc/meesterplan/docs/formats.md)
  if(NOT EXISTS ${WORK}/prefix/share/${page})
    message(FATAL_ERROR "share/${page} is not installed.")
  endif()
endforeach()
file(REMOVE_RECURSE ${WORK})
