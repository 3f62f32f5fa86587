# SPDX-License-Identifier: GPL-3.0-or-later
#
# One precompiled header for all layers, one for all tests: a third of a cold build was the parsing of the same
# headers. The sources still include what they use; the fuzz preset (clang) builds without it and so keeps them honest.
option(FRAMEHAND_PCH "Precompile the headers that most sources include (GCC only)" ON)

# framehand_precompiled(NAME HEADERS ... [LIBRARIES ...] [OPTIONS ...])
function(framehand_precompiled name)
  cmake_parse_arguments(ARG "" "" "HEADERS;LIBRARIES;OPTIONS" ${ARGN})
  set(source "${CMAKE_BINARY_DIR}/pch/${name}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "")
  add_library(framehand_pch_${name} OBJECT "${source}")
  target_link_libraries(framehand_pch_${name} PRIVATE framehand_warnings ${ARG_LIBRARIES})
  target_compile_options(framehand_pch_${name} PRIVATE ${ARG_OPTIONS})
  target_precompile_headers(framehand_pch_${name} PRIVATE ${ARG_HEADERS})
endfunction()

# framehand_use_precompiled(TARGET NAME)
function(framehand_use_precompiled target name)
  # Programs that link Qt are compiled with -fPIC, which a header precompiled for other programs does not have.
  get_target_property(type ${target} TYPE)
  get_target_property(libraries ${target} LINK_LIBRARIES)
  if(type STREQUAL "EXECUTABLE" AND "${libraries}" MATCHES "Qt6::")
    framehand_always_include(${target})
    return()
  endif()
  if(TARGET framehand_pch_${name})
    target_precompile_headers(${target} REUSE_FROM framehand_pch_${name})
  else()
    framehand_always_include(${target})
  endif()
endfunction()

# framehand_always_include(TARGET): the header that every source of a system needs (FRAMEHAND_FIRST_HEADER), without a
# precompiled header, in which it is the first one.
function(framehand_always_include target)
  if(FRAMEHAND_FIRST_HEADER)
    target_compile_options(${target} PRIVATE "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-include ${FRAMEHAND_FIRST_HEADER}>")
  endif()
endfunction()

set(FRAMEHAND_COMMON_HEADERS
  ${FRAMEHAND_FIRST_HEADER}
  <algorithm> <array> <atomic> <chrono> <cmath> <condition_variable> <cstdint> <deque> <filesystem> <functional>
  <map> <memory> <mutex> <optional> <set> <span> <sstream> <string> <string_view> <thread> <utility> <variant> <vector>
  <nlohmann/json.hpp> <tl/expected.hpp>)

if(FRAMEHAND_PCH AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  framehand_precompiled(layer
    HEADERS ${FRAMEHAND_COMMON_HEADERS}
    LIBRARIES nlohmann_json::nlohmann_json tl::expected)
endif()
