# Builds the page of reports: WEB (sources) in WORK, into OUTPUT, with NPM and NODE. What npm
# cannot fetch is told, and the page left out (an empty file); a mistake in the sources is an error.
cmake_minimum_required(VERSION 3.25)

file(COPY ${WEB}/ DESTINATION ${WORK} PATTERN node_modules EXCLUDE)
set(installed ${WORK}/node_modules/.package-lock.json)
set(lock ${WORK}/package-lock.json)
if(NOT EXISTS ${installed} OR ${lock} IS_NEWER_THAN ${installed})
  execute_process(
    COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --silent
    WORKING_DIRECTORY ${WORK} RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE why)
  if(failed)
    message(WARNING "The page of reports is left out: npm could not install what it needs. "
      "`meesterplan report` then writes workbooks only. With a network: touch web/package-lock.json "
      "and build again.\n${why}")
    file(WRITE ${OUTPUT} "")
    return()
  endif()
  file(TOUCH ${installed})
endif()
execute_process(COMMAND ${NODE} build.mjs ${OUTPUT}
  WORKING_DIRECTORY ${WORK} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
