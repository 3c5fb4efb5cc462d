@{
    ExcludeRules = @(
        'PSAvoidUsingConvertToSecureStringWithPlainText' # the emulator's secret is none
        'PSUseShouldProcessForStateChangingFunctions'    # functions of tests start and stop what is theirs
        'PSUseDeclaredVarsMoreThanAssignments'           # Pester's blocks share variables, which the rule cannot see
        'PSReviewUnusedParameter'                        # parameters that nested functions and blocks use
        'PSUseUsingScopeModifierInNewRunspaces'          # Pester's -ForEach
        'PSProvideCommentHelp'                           # functions within the repository have comments where their names do not do
        'PSAvoidUsingPositionalParameters'               # the same
        'PSAvoidUsingWriteHost'                          # the demo talks to people
        'PSAvoidOverwritingBuiltInCmdlets'               # stand-ins for what asks people
        'PSUseBOMForUnicodeEncodedFile'                  # PowerShell 7 reads UTF-8
        'PSAvoidGlobalVars', 'PSAvoidGlobalFunctions'    # stand-ins for commands that the module calls
    )
}
