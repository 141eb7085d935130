# How a floor of the house is built.
#
#   mp_add_floor(<floor>
#     HEADERS <file>...     public headers; each compiles alone
#     [SOURCES <file>...]   sources and private headers; without: header-only
#     [USES <target>...]    lower floors and libraries its headers name
#     [PRIVATE <target>...] libraries that only its sources name
#   )
#
# makes the library Meesterplan::<floor>. Floors are added from the ground up,
# and USES rejects a floor that is not there yet: an upward link cannot be
# configured.

# What every translation unit needs, ours and that of whoever uses the package:
# a*b+c is never fused (same bits on every machine), and headers and libraries
# agree on contracts.
add_library(meesterplan_settings INTERFACE)
add_library(Meesterplan::settings ALIAS meesterplan_settings)
set_target_properties(meesterplan_settings PROPERTIES EXPORT_NAME settings)
target_compile_options(meesterplan_settings INTERFACE -ffp-contract=off)
target_compile_definitions(meesterplan_settings INTERFACE MP_CONTRACTS=$<BOOL:${MP_CONTRACTS}>)
target_compile_features(meesterplan_settings INTERFACE cxx_std_20)
install(TARGETS meesterplan_settings EXPORT MeesterplanTargets COMPONENT development)

# Our warnings, never those of whoever uses the package. g++ 12 sees overlaps in
# every "text" + std::string when it optimizes (GCC bug 105651): not asked there.
add_library(meesterplan_warnings INTERFACE)
target_compile_options(meesterplan_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-align
  -Wformat=2 -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference
  $<$<CXX_COMPILER_ID:GNU>:-Wuseless-cast -Wduplicated-cond -Wlogical-op>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)

function(mp_add_floor floor)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;SOURCES;USES;PRIVATE")
  if(arg_UNPARSED_ARGUMENTS OR arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "mp_add_floor(${floor}): cannot read "
      "'${arg_UNPARSED_ARGUMENTS}' or empty '${arg_KEYWORDS_MISSING_VALUES}'")
  endif()
  foreach(used IN LISTS arg_USES arg_PRIVATE)
    if(NOT TARGET ${used})
      message(FATAL_ERROR "Floor ${floor} uses ${used}, which does not exist (yet): a floor may "
        "use only the floors below it and the libraries of the top CMakeLists.txt.")
    endif()
  endforeach()

  set(target meesterplan_${floor})
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    set(reach PUBLIC)
    target_link_libraries(${target} PRIVATE $<BUILD_INTERFACE:meesterplan_warnings> ${arg_PRIVATE})
  else()
    add_library(${target} INTERFACE)
    set(reach INTERFACE)
  endif()
  add_library(Meesterplan::${floor} ALIAS ${target})
  set_target_properties(${target} PROPERTIES EXPORT_NAME ${floor} CXX_EXTENSIONS OFF)
  target_link_libraries(${target} ${reach} Meesterplan::settings ${arg_USES})
  target_sources(${target} ${reach}
    FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})

  install(TARGETS ${target} EXPORT MeesterplanTargets
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/meesterplan COMPONENT development)
endfunction()
