# SPDX-License-Identifier: GPL-3.0-or-later
# What is not tested in a build for Windows, each with its reason. The tests run through wine, or on Windows itself.
#
# Tests of what a machine may have or not skip themselves there, and say why. Through wine these are: limits of job
# objects, privileges that are removed, access lists and who owns the name of a pipe (platform_windows_test); recovery
# actions of a service, and without a display the end of the session (platform_windows_qt_test); symbolic links and
# disks that are mounted (platform_windows_test, storage_test).
set(FRAMEHAND_LEFT_OUT_SOURCES "")
set(FRAMEHAND_LEFT_OUT_TESTS "")

# framehand_leaves_out(REASON SOURCES ... [TESTS PROGRAM:SUITE.NAME ...]): sources relative to tests/; SUITE.NAME may have
# the "*" of --gtest_filter.
macro(framehand_leaves_out reason)
  cmake_parse_arguments(LEFT "" "" "SOURCES;TESTS" ${ARGN})
  list(APPEND FRAMEHAND_LEFT_OUT_SOURCES ${LEFT_SOURCES})
  list(APPEND FRAMEHAND_LEFT_OUT_TESTS ${LEFT_TESTS})
endmacro()

framehand_leaves_out("it looks for a socket in a folder; local streams are named pipes, which are in none"
  SOURCES api/local_api_socket_test.cpp
  TESTS ranges_test:RangeConnection.OffersItOnlyToItsOwnUserAndLeavesNothingBehind)
framehand_leaves_out("it kills a process that fork() made, in the middle of its writing"
  SOURCES orchestrator/job_store_kill_test.cpp)
framehand_leaves_out("the programs that it starts are scripts of a shell"
  SOURCES app/program_test.cpp app/secret_program_test.cpp app/framehand/own_daemon_test.cpp)
framehand_leaves_out("the libav of this build has no encoder of AV1"
  TESTS
    media_tests:CappedQualityTest.ALadderOfVariableTimestampsAndAllCodecsKeepsEveryPromise
    media_tests:Codecs/CappedQualityOfCodecTest.*/Av1
    media_tests:CodecLadderTest.Av1*
    media_tests:CodecLadderTest.ConvertsARealClip
    media_tests:CodecLadderTest.MakesASinglePictureInEachCodec
    media_tests:CodecLadderTest.MixesAllCodecsInOnePackage
    media_tests:FilmFilesTest.Av1AndVariableTimestampsKeepTheirTimes)
framehand_leaves_out("the libav of this build does not read DASH, which would take libxml2"
  TESTS
    media_tests:DashPackageTest.CanBeAudioAlone
    media_tests:DashPackageTest.HasVariableTimestampsToo
    media_tests:DashPackageTest.IsReadByLibavWithAllItsFrames)
framehand_leaves_out("libav has no encoder of the Raspberry Pi on Windows"
  TESTS media_probe_tests:CapabilityProbe.SaysOfTheRaspberryPisEncoderThatThereIsNoDevice)
framehand_leaves_out("who may read a file is said by the list of its folder, not by a mode"
  TESTS
    settings_test:SettingsWriter.GivesTheFileAModeForItsOwnerOnly
    settings_test:AccessTokenTest.AModeThatOthersMayReadWithIsRefusedWithTheWayOut
    settings_test:AccessTokenTest.IsKeptWithAModeForItsOwnerOnly
    settings_test:AccessTokenTest.AModeThatOthersCouldReadWithIsGoneOnceTheFileIsReplaced
    settings_test:SourceSecretsTest.KeepsOneWithAModeForItsOwnerOnly
    settings_test:SourceSecretsTest.RefusesAModeThatOthersMayReadWith
    test_base:RotatingFileSinkTest.IsReadableByItsOwnerOnly
    desktop_test:SingleInstance.ItsFolderHasAModeForItsOwnerOnly)
framehand_leaves_out("wine keeps no limits of job objects"
  TESTS framehand_transcoder_test:TranscoderProgram.FailsWithTheCauseWhenItsMemoryIsOut)
framehand_leaves_out("it removes a file that is open, which Windows does not let it do"
  TESTS
    test_base:RotatingFileSinkTest.GoesOnAfterTheFileOrTheFolderIsDeleted
    test_base:RotatingFileSinkTest.DropsRecordsWhileTheFolderCannotBeMade)
framehand_leaves_out("libstdc++ makes no symbolic links on Windows, and neither does wine"
  TESTS
    media_verify_tests:PackageFilesLinksTest.*
    media_verify_tests:PackageVerifierTest.FindsASegmentThatIsASymbolicLink
    settings_test:SettingsWriter.FollowsALinkInsteadOfReplacingIt)
framehand_leaves_out("Qt's wizard has a button in its title bar on Windows, which has no name and no place among the others"
  TESTS ui_test:AccessibilityTest.AllOfTheFirstSetupIsNamedAndReachedByTab)

# framehand_take_out(VARIABLE): without the sources that are left out, in the list VARIABLE of a folder of tests.
function(framehand_take_out variable)
  set(kept "")
  foreach(source IN LISTS ${variable})
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE OUTPUT_VARIABLE whole)
    cmake_path(RELATIVE_PATH whole BASE_DIRECTORY "${PROJECT_SOURCE_DIR}/tests" OUTPUT_VARIABLE name)
    if(NOT name IN_LIST FRAMEHAND_LEFT_OUT_SOURCES)
      list(APPEND kept "${source}")
    endif()
  endforeach()
  set(${variable} "${kept}" PARENT_SCOPE)
endfunction()

# framehand_tests_but(VARIABLE PROGRAM): the option that leaves out the tests of a program, or "".
function(framehand_tests_but variable program)
  set(names ${FRAMEHAND_LEFT_OUT_TESTS})
  list(FILTER names INCLUDE REGEX "^${program}:")
  list(TRANSFORM names REPLACE "^[^:]*:" "")
  list(JOIN names ":" left_out)
  set(option "")
  if(left_out)
    set(option "--gtest_filter=-${left_out}")
  endif()
  set(${variable} "${option}" PARENT_SCOPE)
endfunction()
