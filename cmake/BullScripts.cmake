# SPDX-License-Identifier: GPL-3.0-or-later
#
# The queues of BullMQ and Bull are kept by Lua scripts that belong to those libraries. They are not part of this
# repository: npm brings the two packages, of the versions and with the checksums of cmake/bull/package-lock.json, into
# the build folder, and framehand_bull_scripts() makes one source file of the scripts that a worker needs.
include(${CMAKE_CURRENT_LIST_DIR}/LuaIncludes.cmake)
set(FRAMEHAND_BULL AUTO CACHE STRING
  "Queues of BullMQ and Bull as job sources: ON, OFF, or AUTO: where npm can bring their scripts")
set_property(CACHE FRAMEHAND_BULL PROPERTY STRINGS AUTO ON OFF)
set(FRAMEHAND_BULL_PACKAGES "" CACHE PATH
  "A node_modules folder with bullmq and bull, for a build without npm or network; empty: npm brings them")

set(FRAMEHAND_BULL_SCRIPTS
  bullmq/dist/esm/commands/extendLock-2
  bullmq/dist/esm/commands/moveJobFromActiveToWait-9
  bullmq/dist/esm/commands/moveStalledJobsToWait-9
  bullmq/dist/esm/commands/moveToActive-11
  bullmq/dist/esm/commands/moveToDelayed-11
  bullmq/dist/esm/commands/moveToFinished-14
  bullmq/dist/esm/commands/retryJob-11
  bullmq/dist/esm/commands/updateProgress-3
  bull/lib/commands/extendLock-2
  bull/lib/commands/moveStalledJobsToWait-7
  bull/lib/commands/moveToActive-8
  bull/lib/commands/moveToDelayed-4
  bull/lib/commands/moveToFinished-9
  bull/lib/commands/retryJob-7
  bull/lib/commands/saveStacktrace-1
  bull/lib/commands/updateDelaySet-6
  bull/lib/commands/updateProgress-2)

# framehand_bull_packages(VARIABLE): the folder that holds the packages, "" where there are none.
function(framehand_bull_packages variable)
  set(${variable} "" PARENT_SCOPE)
  if(FRAMEHAND_BULL STREQUAL "OFF")
    return()
  endif()
  if(FRAMEHAND_BULL_PACKAGES)
    if(NOT EXISTS "${FRAMEHAND_BULL_PACKAGES}/bullmq/package.json")
      message(FATAL_ERROR "FRAMEHAND_BULL_PACKAGES has no bullmq in it: ${FRAMEHAND_BULL_PACKAGES}")
    endif()
    set(${variable} "${FRAMEHAND_BULL_PACKAGES}" PARENT_SCOPE)
    return()
  endif()
  set(lists "${PROJECT_SOURCE_DIR}/cmake/bull")
  set(folder "${PROJECT_BINARY_DIR}/bull")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${lists}/package-lock.json")
  file(SHA256 "${lists}/package-lock.json" wanted)
  set(have "")
  if(EXISTS "${folder}/brought")
    file(READ "${folder}/brought" have)
  endif()
  if(NOT have STREQUAL wanted)
    find_program(NPM npm)
    if(NOT NPM)
      set(reason "npm is not installed")
    else()
      message(STATUS "Bringing the scripts of BullMQ and Bull (npm)")
      file(COPY "${lists}/package.json" "${lists}/package-lock.json" DESTINATION "${folder}")
      execute_process(
        COMMAND "${NPM}" ci --ignore-scripts --no-audit --no-fund --prefer-offline --fetch-retries=1 --loglevel=error
        WORKING_DIRECTORY "${folder}" TIMEOUT 180
        RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)
      if(failed)
        set(reason "npm could not bring the packages: ${said}")
      else()
        file(WRITE "${folder}/brought" "${wanted}")
        set(have "${wanted}")
      endif()
    endif()
  endif()
  if(have STREQUAL wanted)
    set(${variable} "${folder}/node_modules" PARENT_SCOPE)
  elseif(FRAMEHAND_BULL STREQUAL "ON")
    message(FATAL_ERROR "FRAMEHAND_BULL is ON, but ${reason}")
  else()
    message(WARNING "Built without the job sources BullMQ and Bull: ${reason}")
  endif()
endfunction()

# framehand_bull_scripts(VARIABLE): the path of a source file that defines sources::bull_scripts() (bull_scripts.h).
# Without the packages it defines an empty list.
function(framehand_bull_scripts variable)
  framehand_bull_packages(packages)
  set(made "${PROJECT_BINARY_DIR}/bull/bull_scripts_data.cpp")
  set(rows "")
  set(count 0)
  if(packages)
    foreach(script IN LISTS FRAMEHAND_BULL_SCRIPTS)
      framehand_lua_script(text "${packages}/${script}.lua")
      string(REGEX MATCH "^[a-z]+" library "${script}")
      string(REGEX MATCH "([A-Za-z]+)-([0-9]+)$" tail "${script}")
      string(APPEND rows "    {\"${library}\", \"${CMAKE_MATCH_1}\", ${CMAKE_MATCH_2},")
      # Compilers limit the length of one literal.
      string(LENGTH "${text}" length)
      set(at 0)
      while(at LESS length)
        string(SUBSTRING "${text}" ${at} 8000 part)
        string(APPEND rows "\n     R\"lua(${part})lua\"")
        math(EXPR at "${at} + 8000")
      endwhile()
      string(APPEND rows "},\n")
      math(EXPR count "${count} + 1")
    endforeach()
    foreach(library bullmq bull)
      file(GLOB licence "${packages}/${library}/LICENSE*")
      install(FILES ${licence} DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/framehand" RENAME "${library}.LICENSE")
    endforeach()
  endif()
  set(source "// Made by cmake/BullScripts.cmake of the npm packages bullmq and bull (MIT licence).\n")
  string(APPEND source "#include \"core/sources/bull_scripts.h\"\n\n#include <array>\n\n")
  string(APPEND source "namespace framehand::sources {\n\nstd::span<const LuaScript> bull_scripts() {\n")
  string(APPEND source "    static constexpr std::array<LuaScript, ${count}> kScripts{")
  if(count GREATER 0)
    string(APPEND source "{\n${rows}    }")
  endif()
  string(APPEND source "};\n    return kScripts;\n}\n\n} // namespace framehand::sources\n")
  set(before "")
  if(EXISTS "${made}")
    file(READ "${made}" before)
  endif()
  if(NOT before STREQUAL source)
    file(WRITE "${made}" "${source}")
  endif()
  set(${variable} "${made}" PARENT_SCOPE)
endfunction()
