// console.exe PROGRAM ARGUMENTS...: runs a program in a console that has no window, on the streams of this process. PowerShell ends at
// once where there is no console, and Wine has no window without a display. The program and what it starts end with this process.
#include <wchar.h>
#include <windows.h>

static const wchar_t *after_first(const wchar_t *line)
{
    int quoted = 0;
    for (; *line && (quoted || *line != L' '); line++) if (*line == L'"') quoted = !quoted;
    return line + wcsspn(line, L" ");
}

static HANDLE inherited(DWORD which)
{
    HANDLE stream = GetStdHandle(which);
    SetHandleInformation(stream, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    return stream;
}

int wmain(void)
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = { .BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE };
    HANDLE job = CreateJobObjectW(NULL, NULL);
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);

    STARTUPINFOW streams = {
        .cb = sizeof streams, .dwFlags = STARTF_USESTDHANDLES,
        .hStdInput = inherited(STD_INPUT_HANDLE), .hStdOutput = inherited(STD_OUTPUT_HANDLE), .hStdError = inherited(STD_ERROR_HANDLE),
    };
    PROCESS_INFORMATION program;
    wchar_t *line = _wcsdup(after_first(GetCommandLineW()));
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, CREATE_NO_WINDOW | CREATE_SUSPENDED, NULL, NULL, &streams, &program)) return 128;
    AssignProcessToJobObject(job, program.hProcess);
    ResumeThread(program.hThread);

    DWORD code = 128;
    WaitForSingleObject(program.hProcess, INFINITE);
    GetExitCodeProcess(program.hProcess, &code);
    return (int)code;
}
