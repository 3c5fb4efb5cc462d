using Lucca.Api;
using Lucca.PowerShell.Filters;

namespace Lucca.PowerShell.Cmdlets;

/// <content>Objects that lead to an employee.</content>
public sealed partial class GetLuccaEmployeeCommand
{
    private readonly List<ProbationaryPeriod> _periods = [];
    private LuccaSession? _periodSession;

    private protected override bool TryProcessRelated(Resource other, bool isArgument)
    {
        if (other is ProbationaryPeriod { Employment: not null } period)
        {
            Gather(period);
            return true;
        }

        FlushPeriods();
        if (EmployeeOf(other) is { } employee)
        {
            base.ProcessId(ResourceId.Of(employee));
            return true;
        }

        return base.TryProcessRelated(other, isArgument);
    }

    private protected override void ProcessId(ResourceId id)
    {
        if (Recurse && Recursion.Problem(MyInvocation.BoundParameters, hasInput: false) is { } problem)
        {
            throw End(problem);
        }

        FlushPeriods();
        base.ProcessId(id);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        FlushPeriods();
        base.EndProcessing();
        foreach (var session in _columns.Keys)
        {
            WorkIn(session);
            ReportUnknownFields(session);
        }
    }

    private static Reference? EmployeeOf(Resource other) => other switch
    {
        Employment employment => employment.Employee,
        JobPosition position => position.Employee,
        EmployeePersonalRecord record => record.Employee,
        EmployeeAttribute attribute => attribute.Employee,
        Portrait portrait => portrait.Employee,
        _ => null,
    };

    private void Gather(ProbationaryPeriod period)
    {
        if (_periods.Count == BatchSize || (_periods.Count > 0 && _periodSession != CurrentSession))
        {
            FlushPeriods();
        }

        _periodSession = CurrentSession;
        _periods.Add(period);
    }

    /// <summary>A probationary period names an employment alone, which has to be asked for.</summary>
    private void FlushPeriods()
    {
        if (_periods.Count == 0)
        {
            return;
        }

        var current = CurrentSession;
        WorkIn(_periodSession!);
        ProbationaryPeriod[] periods = [.. _periods];
        _periods.Clear();
        Attempt(periods, () =>
        {
            var lookup = Client.Of(Resources.Employments).Lookup([]);
            var found = Await(token => lookup.FindAsync([.. periods.Select(period => period.Employment!.Id)], token));
            foreach (var (period, answer) in periods.Zip(found))
            {
                if (answer.Resource?.Employee is { } employee)
                {
                    base.ProcessId(ResourceId.Of(employee));
                }
                else if (answer.Error is { } error)
                {
                    Report(error, period);
                }
            }
        });
        WorkIn(current);
    }
}
